/*
 * The map of detection limits: for each point of a template the smallest leak that its sensors would show. x points
 * to starboard (right), y to the fore (up), as on the plan.
 */
import { call, get } from "/layout/api.js";
import { byId, element, svg } from "/layout/dom.js";
import { language, number, told } from "/layout/texts.js";

const STEPS = 7;
const locale = language === "nb" ? "nb-NO" : "en-GB";
const rate = (kgPerS) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(kgPerS * 3600);
const place = byId("map");
const words = byId("limits")?.dataset;
let map = null;
let at = { row: 0, column: 0 };

function wish() {
  const asked = new URLSearchParams(location.search);
  const form = byId("wish");
  const template = asked.get("template") || form.elements.template.value;
  const query = new URLSearchParams();
  for (const name of ["threshold", "height", "hours"]) {
    if (asked.get(name)) { query.set(name, asked.get(name).replace(",", ".")); }
  }
  const cells = asked.get("cells");
  if (cells) { query.set("columns", cells); query.set("rows", cells); }
  return { template, query };
}

/* Which of the legend's steps a rate belongs to; the steps are even on a logarithmic scale. */
function scale(rates) {
  const logs = rates.flat().filter((value) => value !== null).map(Math.log);
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const width = Math.max((most - least) / STEPS, 1e-9);
  return {
    step: (value) => Math.min(STEPS - 1, Math.floor((Math.log(value) - least) / width)),
    from: (step) => Math.exp(least + step * width),
    empty: logs.length === 0,
  };
}

const size = (list) => (list.length > 1 ? Math.abs(list[1] - list[0]) : 2);

function draw({ limits, sensors, leaks, template }, colours) {
  const [dx, dy] = [size(limits.x), size(limits.y)];
  const [left, right] = [Math.min(...limits.x) - dx / 2, Math.max(...limits.x) + dx / 2];
  const [low, high] = [Math.min(...limits.y) - dy / 2, Math.max(...limits.y) + dy / 2];
  const unit = Math.max(right - left, high - low) / 100;
  const image = svg("svg", { viewBox: `${left} ${-high} ${right - left} ${high - low}`, class: "heat", "aria-hidden": "true" });
  limits.y.forEach((y, row) => limits.x.forEach((x, column) => {
    const value = limits.rateKgPerS[row][column];
    const cell = svg("rect", { x: x - dx / 2, y: -y - dy / 2, width: dx, height: dy, class: "cell", "data-step": value === null ? "none" : colours.step(value), "data-row": row, "data-column": column });
    image.append(cell);
  }));
  if (template.length && template.width) {
    image.append(svg("rect", { class: "outline", x: -template.width / 2, y: -template.length / 2, width: template.width, height: template.length, "stroke-width": unit / 2 }));
  }
  leaks.forEach((leak) => image.append(
    svg("path", { class: "candidate", "stroke-width": 0.6 * unit, d: `M${leak.x - unit},${-leak.y - unit} l${2 * unit},${2 * unit} m0,${-2 * unit} l${-2 * unit},${2 * unit}` }),
    svg("text", { class: "tag", x: leak.x, y: -leak.y + 4 * unit, "font-size": 2.6 * unit, "stroke-width": 0.7 * unit }, leak.name)));
  sensors.forEach((sensor) => image.append(
    svg("circle", { class: "sensor-dot", cx: sensor.x, cy: -sensor.y, r: 1.5 * unit, "stroke-width": unit / 2 }),
    svg("text", { class: "tag", x: sensor.x, y: -sensor.y - 2.4 * unit, "font-size": 2.8 * unit, "stroke-width": 0.7 * unit }, sensor.name)));
  image.append(svg("rect", { class: "cursor", width: dx, height: dy, "stroke-width": unit / 1.5 }));
  place.replaceChildren(image);
}

function legend(colours) {
  const entries = colours.empty ? [] : [...Array(STEPS).keys()].map((step) =>
    element("li", {}, element("span", { class: "swatch", "data-step": step }), `${rate(colours.from(step))} – ${rate(colours.from(step + 1))}`));
  entries.push(element("li", {}, element("span", { class: "swatch", "data-step": "none" }), words.unseen));
  byId("legend").replaceChildren(...entries);
}

const hours = (seconds) => `${number(seconds / 3600)} ${words.hour}`;

function meaning(row, column) {
  const { limits } = map;
  const where = `${words.at} x ${number(limits.x[column])} m, y ${number(limits.y[row])} m: `;
  const value = limits.rateKgPerS[row][column];
  return where + (value === null ? words.unseen
    : `${rate(value)} kg/${words.hour}, ${words.after} ${hours(limits.delaySeconds[row][column])}, ${words.by} ${limits.sensor[row][column]}`);
}

function show(row, column) {
  at = { row, column };
  const { x, y } = map.limits;
  const cursor = place.querySelector(".cursor");
  cursor.setAttribute("x", x[column] - size(x) / 2);
  cursor.setAttribute("y", -y[row] - size(y) / 2);
  byId("point").textContent = meaning(row, column);
}

function table({ limits }) {
  const head = element("tr", {}, element("th", { scope: "col" }, "y \\ x [m]"), ...limits.x.map((x) => element("th", { scope: "col", class: "number" }, number(x))));
  const rows = limits.y.map((y, row) => element("tr", {}, element("th", { scope: "row", class: "number" }, number(y)),
    ...limits.x.map((_, column) => element("td", { class: "number" }, limits.rateKgPerS[row][column] === null ? "–" : rate(limits.rateKgPerS[row][column])))));
  byId("table").append(element("thead", {}, head), element("tbody", {}, ...rows.reverse()));
}

function facts({ limits }) {
  const cells = limits.rateKgPerS.flat();
  byId("smallest").textContent = limits.smallest === null ? "–" : `${rate(limits.smallest)} kg/${words.hour}`;
  byId("seen").textContent = `${cells.filter((value) => value !== null).length} / ${cells.length}`;
  byId("needs").tBodies[0].replaceChildren(...limits.thresholds.map((one) => element("tr", {},
    element("td", {}, one.sensor), element("td", {}, one.detector ?? "–"), element("td", { class: "number" }, number(one.ppmv)))));
  byId("notes").replaceChildren(...limits.notes.map((note) => element("li", {}, told(note))));
}

function trouble(message) {
  byId("busy").hidden = true;
  byId("trouble").hidden = false;
  byId("trouble").textContent = message;
}

async function begin() {
  const { template, query } = wish();
  byId("call-off").addEventListener("click", () => call("DELETE", `/templates/${template}/detection-limits`).catch(() => {}));
  try {
    const [limits, sensors, leaks, described] = await Promise.all([
      get(`/templates/${template}/detection-limits?${query}`), get(`/templates/${template}/sensors`),
      get(`/templates/${template}/leaks`).then((found) => found.leaks).catch(() => []), get(`/templates/${template}`)]);
    map = { limits, sensors, leaks, template: described };
    const colours = scale(limits.rateKgPerS);
    draw(map, colours);
    legend(colours);
    facts(map);
    table(map);
    query.set("format", "csv");
    byId("csv").href = `/api/templates/${template}/detection-limits?${query}`;
    byId("busy").hidden = true;
    byId("limits").hidden = false;
    show(Math.floor(limits.y.length / 2), Math.floor(limits.x.length / 2));
  } catch (failure) {
    trouble(failure.message);
  }
}

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, 0], ArrowDown: [-1, 0] };
if (place) {
  place.addEventListener("pointermove", (event) => {
    const cell = event.target.closest(".cell");
    if (cell) { show(Number(cell.dataset.row), Number(cell.dataset.column)); }
  });
  place.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (move && map) {
      event.preventDefault();
      const within = (value, list) => Math.max(0, Math.min(list.length - 1, value));
      const up = map.limits.y.length > 1 && map.limits.y[1] < map.limits.y[0] ? -1 : 1;
      show(within(at.row + up * move[0], map.limits.y), within(at.column + move[1], map.limits.x));
    }
  });
  begin();
}
