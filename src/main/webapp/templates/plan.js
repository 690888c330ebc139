/*
 * The plan of a template from above: sensors coloured live, candidate leaks, north and the current. x points to
 * starboard (right), y to the fore (up); the fore looks `angleFromNorth` degrees clockwise from north.
 */
import { svg } from "/layout/dom.js";
import { get } from "/layout/api.js";
import { number, percent, t } from "/layout/texts.js";
import { onSensors, sensors as states } from "/layout/overview-stream.js";
import { names } from "./names.js";

const RADIANS = Math.PI / 180;
const SMALLEST_PX = 11; // of the names, however small the plan is
const SKY = 0.36; // room above the template for the arrows, of half its side
const SYMBOLS = {
  critical: "M0,-1.25 L1.15,0.85 L-1.15,0.85 Z", warning: "M0,-1.2 L1.2,0 L0,1.2 L-1.2,0 Z",
  not_available: "M-1,-0.6 L-0.6,-1 L0,-0.4 L0.6,-1 L1,-0.6 L0.4,0 L1,0.6 L0.6,1 L0,0.4 L-0.6,1 L-1,0.6 L-0.4,0 Z",
  undefined: "M0,-1 A1,1 0 1 0 0.01,-1 Z M0,-0.55 A0.55,0.55 0 1 1 -0.01,-0.55 Z", ok: "M0,-1 A1,1 0 1 0 0.01,-1 Z",
};

/* The half side of a square that holds everything, m. */
function reach(template, places) {
  const sides = [template.length / 2 || 0, template.width / 2 || 0];
  return 1.35 * Math.max(3, ...sides, ...places.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
}

/* An arrow from the middle, `degrees` clockwise from the fore. */
function arrow(kind, degrees, x, y, length, label) {
  const s = length;
  return svg("g", { class: kind, transform: `translate(${x} ${y})` },
    svg("path", { transform: `rotate(${degrees})`, d: `M0,${0.5 * s} L0,${-0.5 * s} M${-0.22 * s},${-0.2 * s} L0,${-0.5 * s} L${0.22 * s},${-0.2 * s}` }),
    svg("title", {}, label));
}

export function plan(place, templateId, { here = null, labels = true, onCurrent = () => {} } = {}) {
  let shown = null;
  let probabilities = new Map();
  let current = null;
  let asked = 0;

  function label(x, y, words, kind, size) {
    return svg("text", { class: kind, x, y, "font-size": size }, words);
  }

  /* The name of a point, where there is room for it. */
  function name(kind, { x, y }, words, size, gap, free) {
    return svg("text", { class: kind, ...free.place(x, -y, words, size, gap) }, words);
  }

  function outline({ length, width, height }, size) {
    const [w, l] = [width || 0.9 * size, length || 0.9 * size];
    return svg("rect", { class: "structure", x: -w / 2, y: -l / 2, width: w, height: l, rx: 0.03 * size, "data-given": String(Boolean(length && width)), "data-height": height ?? "" });
  }

  function candidate(leak, size, type, free) {
    const share = probabilities.get(leak.name) ?? 0;
    const group = svg("g", { class: "leak", transform: `translate(${leak.x} ${-leak.y})` });
    group.append(svg("title", {}, probabilities.size ? `${leak.name}: ${percent(share)}` : leak.name));
    if (share > 0.005) { group.append(svg("circle", { class: "probability", r: 0.32 * size * Math.sqrt(share) })); }
    const s = 0.022 * size;
    group.append(svg("path", { d: `M${-s},${-s} L${s},${s} M${-s},${s} L${s},${-s}` }));
    if (labels) { group.append(name("leak-name", leak, share > 0.005 ? `${leak.name} ${percent(share)}` : leak.name, type, 0.035 * size + 0.55 * type, free)); }
    return group;
  }

  function sensor(one, size, type, free) {
    const state = states.get(one.id)?.state ?? "undefined";
    const link = svg("a", { href: `/sensors/sensor.xhtml?id=${one.id}`, class: "sensor-place", "data-state": state, "data-id": one.id, "data-here": String(one.id === here), transform: `translate(${one.x} ${-one.y})`,
      "aria-label": `${one.name}: ${t(`state.${state}`)}` });
    link.append(svg("title", {}, `${one.name}: ${t(`state.${state}`)}, ${number(states.get(one.id)?.ppmv)} ppmv`),
      svg("circle", { class: "halo", r: 0.06 * size }), svg("path", { class: "symbol", transform: `scale(${0.034 * size})`, d: SYMBOLS[state] }));
    if (labels) { link.append(name("sensor-name", one, one.name, type, 0.06 * size + 0.6 * type, free)); }
    return link;
  }

  function draw() {
    if (!shown) { return; }
    const { template, sensors, leaks } = shown;
    const half = reach(template, [...sensors, ...leaks]);
    const size = half;
    const type = Math.max(0.05 * size, (SMALLEST_PX * 2 * half) / (place.clientWidth || Infinity));
    const sky = -(1 + SKY / 2) * half;
    const north = (degrees) => degrees - template.angleFromNorth;
    const image = svg("svg", { viewBox: `${-half} ${-(1 + SKY) * half} ${2 * half} ${(2 + SKY) * half}`, class: "plan", role: "group", "aria-label": t("plan.of", template.name) });
    image.append(outline(template, size), label(0, sky + 0.35 * type, t("plan.fore"), "side", type));
    const free = names(half);
    sensors.forEach(({ x, y }) => free.keep(x, -y, 0.06 * size));
    leaks.forEach(({ x, y }) => free.keep(x, -y, 0.022 * size));
    const sensorPlaces = sensors.map((one) => sensor(one, size, type, free)); // first, so that their names have the best places
    image.append(...leaks.map((leak) => candidate(leak, size, 0.88 * type, free)), ...sensorPlaces);
    image.append(arrow("north", north(0), 0.8 * half, sky, 0.18 * size, t("plan.north")), label(0.8 * half + 0.15 * size * Math.sin(north(0) * RADIANS), sky - 0.15 * size * Math.cos(north(0) * RADIANS) + 0.35 * type, "N", "north-name", 1.1 * type));
    if (current) {
      image.append(arrow("current", north(current.towards), -0.82 * half, sky, 0.24 * size, t("plan.current", number(100 * current.speed))),
        svg("text", { class: "current-name", x: -0.66 * half, y: sky + 0.35 * type, "text-anchor": "start", "font-size": type }, `${number(100 * current.speed)} cm/s`));
    }
    image.append(scale(half, type));
    const focus = place.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    place.replaceChildren(image);
    if (focus) { place.querySelector(`[data-id="${focus}"]`)?.focus(); }
  }

  function scale(half, type) {
    const metres = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((m) => m > 0.35 * half) ?? 1000;
    const [x, y] = [-0.95 * half, 0.93 * half];
    return svg("g", { class: "scale" }, svg("path", { d: `M${x},${y - 0.02 * half} v${0.02 * half} h${metres} v${-0.02 * half}` }),
      label(x + metres / 2, y - 0.04 * half, `${metres} m`, "side", type));
  }

  /* Newest time of any sensor of this template: demonstration and replay do not run by the clock. */
  function newestTime() {
    const times = shown.sensors.map((one) => states.get(one.id)?.timestamp).filter(Boolean).sort();
    return times[times.length - 1];
  }

  async function readCurrent(at) {
    asked = Date.now();
    current = at ? await get(`/templates/${templateId}/currents/at?at=${at}`).catch(() => null) : null;
    onCurrent(current);
    draw();
  }

  const ready = Promise.all([get(`/templates/${templateId}`), get(`/templates/${templateId}/sensors`), get(`/templates/${templateId}/leaks`).catch(() => ({ leaks: [] }))])
    .then(([template, sensors, { leaks }]) => { shown = { template, sensors, leaks }; draw(); return readCurrent(newestTime()); });

  const drawnStates = () => shown?.sensors.map((one) => states.get(one.id)?.state).join();
  let drawn = "";
  onSensors(() => {
    if (shown && drawnStates() !== drawn) { drawn = drawnStates(); draw(); }
    if (shown && Date.now() - asked > 10000) { readCurrent(newestTime()); }
  });

  return {
    ready,
    candidates(list) { probabilities = new Map(list.map((one) => [one.name, one.probability])); draw(); },
    template: () => shown?.template,
    current: () => current,
  };
}
