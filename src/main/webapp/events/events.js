/* The list of events: the viewer's own times, links to the chart around an event, and word of new ones. */
import { byId, chooseGiven, setText } from "/layout/dom.js";
import { counted, local } from "/layout/texts.js";
import { onSensorEvent, onSystemEvent } from "/layout/overview-stream.js";

const AROUND = 24 * 3600 * 1000;
const asked = new URLSearchParams(location.search);
let fresh = 0;

chooseGiven();

document.querySelectorAll("[data-local]").forEach((cell) => setText(cell, local(cell.dataset.local)));
document.querySelectorAll("[data-around]").forEach((link) => {
  const at = Date.parse(link.dataset.around);
  const to = (offset) => new Date(at + offset).toISOString();
  link.href += `&from=${to(-AROUND)}&to=${to(AROUND)}`;
});

/* Nobody's list moves under the pointer: the new ones wait for a click. */
function tell() {
  fresh += 1;
  byId("fresh").hidden = false;
  setText(byId("fresh").querySelector("a"), counted("events.fresh", fresh));
}

if (asked.get("kind") === "messages") {
  onSystemEvent(tell);
} else {
  const wanted = (name, value) => !asked.get(name) || asked.get(name) === String(value);
  onSensorEvent((event) => wanted("sensor", event.sensorId) && wanted("type", event.type) && tell());
}
