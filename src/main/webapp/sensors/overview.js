/* Keeps the first page current: one connection to the overview's stream, see docs/streams.md. */
"use strict";

const STATES = ["critical", "warning", "not_available", "undefined", "ok"];
const WORDS = { critical: "Critical", warning: "Warning", not_available: "Not judged", undefined: "Learning", ok: "Normal" };
const HEADLINES = {
  critical: (n, all) => `${n} of ${all} sensors critical`,
  warning: (n, all) => `${n} of ${all} sensors with a warning`,
  not_available: (n, all) => `${n} of ${all} sensors not judged`,
  undefined: (n, all) => `${n} of ${all} sensors still learning`,
  ok: (n) => `All ${n} sensors normal`,
};
const CHANGES = { critical: "became critical", ok: "is not critical", not_available: "is not judged" };
const SHOWN_LINES = 8;
const SHOWN_TOASTS = 6;
const TOAST_MILLISECONDS = 8000;
const FLATTEST_PPMV = 20; // so that noise does not look like a leak

const byId = (id) => document.getElementById(id);
const sensors = new Map();

function timeText(instant) {
  return instant ? instant.slice(0, 16).replace("T", " ") : "";
}

function ppmvText(ppmv) {
  return ppmv === null ? "–" : ppmv.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function capitalised(label) {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function points(trend) {
  if (trend.length < 2) {
    return "";
  }
  const low = Math.min(...trend);
  const span = Math.max(Math.max(...trend) - low, FLATTEST_PPMV);
  return trend
    .map((ppmv, i) => `${((100 * i) / (trend.length - 1)).toFixed(1)},${(28 - (26 * (ppmv - low)) / span).toFixed(1)}`)
    .join(" ");
}

function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function cardOf(id) {
  const known = document.querySelector(`.sensor[data-id="${id}"]`);
  if (known && known.closest("#sensors")) {
    return known;
  }
  const card = byId("sensor-card").content.querySelector(".sensor").cloneNode(true);
  card.dataset.id = id;
  byId("sensors").append(card);
  return card;
}

function showSensor(sensor) {
  sensors.set(sensor.id, sensor);
  const card = cardOf(sensor.id);
  card.dataset.state = sensor.state;
  const texts = {
    word: WORDS[sensor.state],
    ppmv: ppmvText(sensor.ppmv),
    name: sensor.name,
    template: sensor.template,
    field: capitalised(sensor.field),
    time: timeText(sensor.timestamp),
  };
  for (const [name, text] of Object.entries(texts)) {
    setText(card.querySelector(`[data-show="${name}"]`), text);
  }
  card.querySelector("time").dateTime = sensor.timestamp || "";
  card.querySelector("polyline").setAttribute("points", points(sensor.trend));
}

function removeSensor(id) {
  sensors.delete(id);
  const card = document.querySelector(`#sensors .sensor[data-id="${id}"]`);
  if (card) {
    card.remove();
  }
}

const inWords = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function worseFirst(a, b) {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    inWords(a.field, b.field) || inWords(a.template, b.template) || inWords(a.name, b.name)
  );
}

/* Moves only cards that are out of place, so that focus and scroll position stay. */
function sortCards() {
  const list = byId("sensors");
  let place = list.firstElementChild;
  for (const sensor of [...sensors.values()].sort(worseFirst)) {
    const card = cardOf(sensor.id);
    if (card === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(card, place);
    }
  }
}

function showGlance() {
  const counts = new Map(STATES.map((state) => [state, 0]));
  sensors.forEach((sensor) => counts.set(sensor.state, counts.get(sensor.state) + 1));
  document.querySelectorAll(".counts li").forEach((item) => {
    const count = counts.get(item.dataset.state);
    item.dataset.sensors = count;
    setText(item.querySelector("b"), String(count));
  });
  const worst = STATES.find((state) => counts.get(state) > 0);
  const headline = worst ? HEADLINES[worst](counts.get(worst), sensors.size) : "No sensors yet";
  document.querySelector(".glance").dataset.state = worst || "ok";
  byId("overview").classList.toggle("empty", sensors.size === 0);
  setText(byId("headline"), headline);
  document.title = (worst === "critical" ? `(${counts.get(worst)}) ` : "") + "Leak Detection";
}

function showSensors(changed, removed) {
  changed.forEach(showSensor);
  removed.forEach(removeSensor);
  sortCards();
  showGlance();
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function addLine(listId, line) {
  const list = byId(listId);
  list.prepend(line);
  while (list.children.length > SHOWN_LINES) {
    list.lastElementChild.remove();
  }
}

function nameOf(sensorId) {
  const sensor = sensors.get(sensorId);
  return sensor ? sensor.name : `Sensor ${sensorId}`;
}

function showSensorEvent(event) {
  const name = element("b", "", nameOf(event.sensorId));
  const mark = element("span", "mark");
  mark.setAttribute("aria-hidden", "true");
  const line = element(
    "li", "", mark, element("p", "", name, " " + CHANGES[event.type]), element("time", "", timeText(event.timestamp)));
  line.dataset.state = event.type;
  addLine("changes", line);
}

function showSystemEvent(event) {
  const line = element("li", "", element("p", "", event.message), element("time", "", timeText(event.timestamp)));
  line.dataset.type = event.type;
  addLine("messages", line);
  toast(event.type, event.message, event.timestamp, `event-${event.id}`);
}

/* Critical ones stay until somebody closes them; a newer one of the same key takes the older one's place. */
function toast(type, text, timestamp, key) {
  document.querySelectorAll(".toast").forEach((old) => old.dataset.key === key && old.remove());
  const close = element("button", "", "×");
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  const made = element("div", "toast", element("p", "", text, element("time", "", `${timeText(timestamp)} UTC`)), close);
  made.dataset.type = type;
  made.dataset.key = key;
  close.addEventListener("click", () => { made.remove(); showToasts(); });
  byId("toasts").append(made);
  if (type !== "alert_critical") {
    setTimeout(() => { made.remove(); showToasts(); }, TOAST_MILLISECONDS);
  }
  showToasts();
}

/* The newest are shown; the others wait behind a button that closes all of them. */
function showToasts() {
  const all = [...document.querySelectorAll(".toast")];
  all.forEach((one, i) => { one.hidden = i < all.length - SHOWN_TOASTS; });
  const old = document.querySelector(".toasts > button");
  if (old) {
    old.remove();
  }
  if (all.length > 1) {
    const closeAll = element("button", "", `Close all ${all.length}`);
    closeAll.type = "button";
    closeAll.addEventListener("click", () => { byId("toasts").replaceChildren(); });
    byId("toasts").prepend(closeAll);
  }
}

function receive(message) {
  const result = JSON.parse(message).result;
  if (Array.isArray(result)) {
    const there = new Set(result.map((sensor) => sensor.id));
    const shown = [...document.querySelectorAll("#sensors .sensor")].map((card) => Number(card.dataset.id));
    showSensors(result, shown.filter((id) => !there.has(id)));
  } else if (result.kind === "sensors") {
    showSensors(result.sensors, result.removed);
  } else if (result.kind === "sensorEvent") {
    showSensorEvent(result.event);
  } else if (result.kind === "systemEvent") {
    showSystemEvent(result.event);
  }
}

function showConnection(state, text) {
  byId("connection").dataset.state = state;
  setText(byId("connection"), text);
  byId("lost").hidden = state !== "lost";
}

let attempts = 0;

function connect() {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(`${scheme}//${location.host}/api/events/overview`);
  socket.addEventListener("message", (event) => {
    attempts = 0;
    showConnection("live", "Live");
    receive(event.data);
  });
  socket.addEventListener("close", () => {
    attempts += 1;
    showConnection("lost", "Reconnecting");
    setTimeout(connect, Math.min(15000, 500 * 2 ** attempts));
  });
}

function tick() {
  setText(byId("clock"), `${new Date().toISOString().slice(0, 19).replace("T", " ")} UTC`);
}

tick();
setInterval(tick, 1000);
connect();
