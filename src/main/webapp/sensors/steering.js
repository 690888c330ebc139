/* Buttons, wheel and keys that move the part of the time that a chart shows. */
import { byId } from "/layout/dom.js";
import { SPANS } from "./viewport.js";

const STEP = 0.5;

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

/* Shows which button says the same as what is looked at. */
export function showSpan({ span, live }) {
  byId("range").querySelectorAll("button[data-span]").forEach((one) => {
    one.setAttribute("aria-pressed", String(live && Math.abs(SPANS[one.dataset.span] - span) < 1));
  });
  byId("range").querySelector('[data-act="live"]').setAttribute("aria-pressed", String(live));
}
