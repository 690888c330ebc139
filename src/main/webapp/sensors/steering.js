/* Buttons, wheel, keys and fingers that move the part of the time that a chart shows. */
import { byId } from "/layout/dom.js";
import { SPANS } from "./viewport.js";

const STEP = 0.5;
const NEAREST = 12; // fingers nearer than so many pixels say nothing of a stretch

export function steer(view, place, { first, posToTime }) {
  const act = {
    earlier: () => view.pan(-STEP),
    later: () => view.pan(STEP),
    in: () => view.zoom(0.5),
    out: () => view.zoom(2),
    live: () => view.last(view.range().span),
    all: async () => { const begin = await first(); if (begin !== null) { view.all(begin); } },
  };
  byId("range").addEventListener("click", (event) => {
    const { span, act: name } = event.target.closest("button")?.dataset ?? {};
    if (span) { view.last(SPANS[span]); } else if (name) { act[name](); }
  });
  const keys = { ArrowLeft: "earlier", ArrowRight: "later", "+": "in", "-": "out", End: "live", Home: "all" };
  place.addEventListener("keydown", (event) => {
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act[keys[event.key]]();
    }
  });
  place.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      view.zoom(event.deltaY > 0 ? 1.25 : 0.8, posToTime(event.clientX));
    } else if (event.shiftKey) {
      event.preventDefault();
      view.pan((event.deltaY || event.deltaX) > 0 ? 0.1 : -0.1);
    }
  }, { passive: false });
}

/* One finger drags the time along, two stretch it; up and down the page scrolls as ever. */
export function touch(view, place) {
  const fingers = new Map();
  let begun = null;

  function begin() {
    const area = place.querySelector(".u-over").getBoundingClientRect();
    begun = { ...view.range(), left: area.left, width: area.width, at: [...fingers.values()] };
  }

  function follow() {
    const { from, span, left, width, at } = begun;
    const now = [...fingers.values()];
    const timeOf = (x) => from + (span * (x - left)) / width;
    const stretched = now.length > 1 && Math.abs(now[1] - now[0]) > NEAREST
      ? (span * (at[1] - at[0])) / (now[1] - now[0]) : span;
    if (stretched > 0) {
      const start = timeOf(at[0]) - (stretched * (now[0] - left)) / width;
      view.fix(start, start + stretched);
    }
  }

  place.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && fingers.size < 2 && event.target.closest(".u-over")) {
      fingers.set(event.pointerId, event.clientX);
      begin();
    }
  });
  place.addEventListener("pointermove", (event) => {
    if (fingers.has(event.pointerId)) {
      fingers.set(event.pointerId, event.clientX);
      follow();
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    place.addEventListener(end, (event) => { if (fingers.delete(event.pointerId)) { begin(); } });
  }
}

/* Shows which button says the same as what is looked at. */
export function showSpan({ span, live }) {
  byId("range").querySelectorAll("button[data-span]").forEach((one) => {
    one.setAttribute("aria-pressed", String(live && Math.abs(SPANS[one.dataset.span] - span) < 1));
  });
  byId("range").querySelector('[data-act="live"]').setAttribute("aria-pressed", String(live));
}
