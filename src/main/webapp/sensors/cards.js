/* Sensors as cards, worst first: on the overview and on the page of a template. */
import { byId, setText } from "/layout/dom.js";
import { capitalised, local, number, t, utc } from "/layout/texts.js";
import { onSensors, sensors } from "/layout/overview-stream.js";

export const STATES = ["critical", "warning", "not_available", "undefined", "ok"];
const FLATTEST_PPMV = 20; // so that noise does not look like a leak
const inWords = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export function worseFirst(a, b) {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    inWords(a.field, b.field) || inWords(a.template, b.template) || inWords(a.name, b.name)
  );
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

function newCard(id) {
  const card = byId("sensor-card").content.querySelector(".sensor").cloneNode(true);
  card.dataset.id = id;
  return card;
}

function fill(card, sensor) {
  card.dataset.state = sensor.state;
  const texts = {
    word: t(`state.${sensor.state}`),
    ppmv: number(sensor.ppmv),
    name: sensor.name,
    template: sensor.template,
    field: capitalised(sensor.field),
    time: utc(sensor.timestamp),
  };
  const show = (name) => card.querySelector(`[data-show="${name}"]`);
  Object.entries(texts).forEach(([name, text]) => setText(show(name), text));
  show("name").href = `/sensors/sensor.xhtml?id=${sensor.id}`;
  show("template").href = `/templates/template.xhtml?id=${sensor.templateId}`;
  show("time").dateTime = sensor.timestamp || "";
  show("time").title = local(sensor.timestamp);
  card.querySelector("polyline").setAttribute("points", points(sensor.trend));
}

/* Keeps the list current with those sensors that belong to it; returns a function that looks at all again. */
export function keepCards(list, belongs, afterwards = () => {}) {
  const cards = new Map([...list.querySelectorAll(".sensor")].map((card) => [Number(card.dataset.id), card]));

  function show(changed) {
    changed.filter(belongs).forEach((sensor) => {
      if (!cards.has(sensor.id)) {
        cards.set(sensor.id, newCard(sensor.id));
      }
      fill(cards.get(sensor.id), sensor);
    });
    for (const [id, card] of cards) {
      if (!sensors.has(id) || !belongs(sensors.get(id))) {
        card.remove();
        cards.delete(id);
      }
    }
    sort();
    afterwards();
  }

  /* Moves only cards that are out of place, so that focus and scroll position stay. */
  function sort() {
    let place = list.firstElementChild;
    for (const sensor of [...sensors.values()].filter(belongs).sort(worseFirst)) {
      const card = cards.get(sensor.id);
      if (card === place) {
        place = place.nextElementSibling;
      } else {
        list.insertBefore(card, place);
      }
    }
  }

  onSensors(show);
  return () => show([...sensors.values()]);
}
