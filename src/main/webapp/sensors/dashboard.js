/* The charts of the pinned sensors; live by the page's one stream. */
import { byId, button, setText } from "/layout/dom.js";
import { attempt } from "/layout/ask.js";
import { call } from "/layout/api.js";
import { number, t } from "/layout/texts.js";
import { onSensors } from "/layout/overview-stream.js";
import { toast } from "/layout/toasts.js";
import { sensorChart } from "./chart.js";
import { history, seconds } from "./history.js";
import { SPANS } from "./viewport.js";

const HEIGHT = 170;
const SPARE = 0.1; // of the span, so that not every new reading asks the server
const cards = new Map();

function card(place) {
  const id = Number(place.dataset.id);
  const chart = sensorChart(place.querySelector(".chart"), { height: HEIGHT, compact: true });
  let newest = place.dataset.time ? seconds(place.dataset.time) : Date.now() / 1000;
  let part = null;

  const move = () => chart.move(newest - SPANS[byId("span").value], newest + 0.01 * SPANS[byId("span").value]);
  async function load() {
    const span = SPANS[byId("span").value];
    move();
    part = await history(id, newest - span, newest + SPARE * span, Math.round(2 * chart.pixels()));
    chart.show(part);
  }

  function show(sensor) {
    place.dataset.state = sensor.state;
    setText(place.querySelector('[data-show="word"]'), t(`state.${sensor.state}`));
    setText(place.querySelector('[data-show="ppmv"]'), number(sensor.ppmv));
    const at = sensor.timestamp ? seconds(sensor.timestamp) : 0;
    if (part && at > newest) {
      newest = at;
      part.read.times.push(at);
      part.read.ppmv.push(sensor.ppmv);
      part.read.quality.push("good");
      part.judged.times.push(at);
      part.judged.score.push(sensor.score);
      part.judged.value.push(sensor.state);
      move();
      if (at > part.to) { load(); }
    }
  }

  place.querySelector('[data-act="unpin"]')?.addEventListener("click", async (event) => {
    const name = place.querySelector("h2 a").textContent;
    if (await attempt(event.currentTarget, () => call("PATCH", `/sensors/${id}/pin/toggle`))) {
      place.hidden = true;
      showEmpty();
      const undo = button(t("undo"), { class: "small" }, async () => {
        if (await attempt(undo, () => call("PATCH", `/sensors/${id}/pin/toggle`))) { place.hidden = false; undo.closest(".toast").remove(); showEmpty(); }
      });
      toast("info", t("pin.removed", name), null, `pin-${id}`, undo);
    }
  });
  return { id, load, show };
}

function showEmpty() {
  byId("no-pins").dataset.empty = String(!document.querySelector("#pinned > li:not([hidden])"));
}

document.querySelectorAll("#pinned > li").forEach((place) => { const one = card(place); cards.set(one.id, one); });
byId("span").addEventListener("change", () => cards.forEach((one) => one.load()));
cards.forEach((one) => one.load());
onSensors((changed) => changed.forEach((sensor) => cards.get(sensor.id)?.show(sensor)));
