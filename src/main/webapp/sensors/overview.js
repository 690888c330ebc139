/* The first page: the whole plant, worst first. */
import { byId, element, mark, setText, time } from "/layout/dom.js";
import { capitalised, counted, t, told } from "/layout/texts.js";
import { onSensorEvent, onSensors, onSystemEvent, sensors } from "/layout/overview-stream.js";
import { keepCards, STATES, worseFirst } from "./cards.js";

const SHOWN_LINES = 8;

function count(list) {
  const counts = new Map(STATES.map((state) => [state, 0]));
  list.forEach((sensor) => counts.set(sensor.state, counts.get(sensor.state) + 1));
  return counts;
}

function showGlance() {
  const counts = count([...sensors.values()]);
  document.querySelectorAll(".counts li").forEach((item) => {
    item.dataset.sensors = counts.get(item.dataset.state);
    setText(item.querySelector("b"), String(counts.get(item.dataset.state)));
  });
  const worst = STATES.find((state) => counts.get(state) > 0);
  document.querySelector(".glance").dataset.state = worst || "ok";
  setText(byId("headline"), worst ? t(`headline.${worst}`, counts.get(worst), sensors.size) : t("headline.none"));
  byId("begin").dataset.empty = String(sensors.size === 0);
}

function templateLink(group) {
  const worst = group[0];
  const worstCount = group.filter((sensor) => sensor.state === worst.state).length;
  const words = worst.state === "ok" ? counted("sensorCount", group.length) : `${worstCount}/${group.length} ${t(`state.${worst.state}`)}`;
  return element("li", { "data-state": worst.state }, element(
    "a", { href: `/templates/template.xhtml?id=${worst.templateId}` },
    mark(), element("b", {}, worst.template), element("span", { class: "soft" }, `${capitalised(worst.field)} · ${words}`)));
}

/* Drawn anew only when something in it is different, so that the focus stays. */
let drawn = "";
function showTemplates() {
  const groups = new Map();
  [...sensors.values()].sort(worseFirst).forEach((sensor) => {
    groups.set(sensor.templateId, [...(groups.get(sensor.templateId) || []), sensor]);
  });
  const key = JSON.stringify([...groups.values()].map((group) => [group[0].templateId, group[0].template, group.map((s) => s.state)]));
  if (key !== drawn) {
    drawn = key;
    byId("templates").replaceChildren(...[...groups.values()].map(templateLink));
  }
}

function addLine(list, line) {
  list.prepend(line);
  while (list.children.length > SHOWN_LINES) {
    list.lastElementChild.remove();
  }
}

function matches(sensor) {
  const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${sensor.name} ${sensor.template} ${sensor.field}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const again = keepCards(byId("sensors"), matches);
byId("find").addEventListener("input", again);
onSensors(() => { showGlance(); showTemplates(); });
onSensorEvent((event) => {
  const name = sensors.get(event.sensorId)?.name ?? `#${event.sensorId}`;
  const link = element("a", { href: `/sensors/sensor.xhtml?id=${event.sensorId}` }, name);
  addLine(byId("changes"), element("li", { "data-state": event.type }, mark(), element("p", {}, link, ` ${t(`change.${event.type}`)}`), time(event.timestamp)));
});
onSystemEvent((event) =>
  addLine(byId("messages"), element("li", { "data-type": event.type }, element("p", {}, told(event.message)), time(event.timestamp))));
