/* What the first candidates of an estimation would have brought to the sensor, over what it measured. */
import { byId, element, setText } from "/layout/dom.js";
import { get } from "/layout/api.js";
import { colour, onColours } from "/layout/colours.js";
import { number, significant, t } from "/layout/texts.js";
import { timeAxis, uPlot, utcDate, valueAxis } from "./axes.js";
import { readings, seconds } from "./history.js";

const MOST_POINTS = 3000; // more than the readings of the longest window
const BACKGROUND = 0.1; // the estimators take this quantile of the window off, too
const LOOKS = [["link", [7, 4]], ["warning", [2, 3]], ["not_available", [10, 3, 2, 3]]];
const GRAMS = 1000;

let plot = null;
let last = 0;

function background(ppmv) {
  const sorted = [...ppmv].sort((a, b) => a - b);
  return sorted[Math.floor(BACKGROUND * (sorted.length - 1))] ?? 0;
}

const line = (look, words) => element("li", {}, element("span", { class: `line ${look}`, "aria-hidden": "true" }), words);
const highest = (values) => number(values.reduce((most, value) => Math.max(most, value), 0));

function draw(place, read, curves) {
  plot?.destroy();
  place.replaceChildren();
  const times = curves[0].ppmv.map((_, i) => seconds(curves[0].from) + i * curves[0].intervalSeconds);
  plot = new uPlot({
    width: Math.max(200, place.clientWidth), height: 200, tzDate: utcDate, legend: { show: false }, padding: [10, 12, 0, 0],
    cursor: { y: false, drag: { x: false } }, axes: [timeAxis(), valueAxis("ppmv")],
    scales: { y: { range: (u, low, high) => [Math.min(0, low), Math.max(20, 1.08 * high)] } },
    series: [{}, { stroke: () => colour("line-ink"), width: 1.5, spanGaps: true, points: { show: false } },
      ...curves.map((_, i) => ({ stroke: () => colour(LOOKS[i][0]), dash: LOOKS[i][1], width: 2, spanGaps: true, points: { show: false } }))],
  }, uPlot.join([[read.times, read.ppmv], [times, ...curves.map((it) => it.ppmv)]]), place);
}

export async function showSimulated(id, estimation) {
  const mine = ++last;
  byId("simulated").hidden = true; // until the curves of this estimation are there
  const [read, all] = await Promise.all([
    readings(id, seconds(estimation.from), seconds(estimation.to) + 1, MOST_POINTS),
    get(`/sensors/${id}/estimations/${estimation.id}/simulation-detections`)]);
  if (mine !== last) { return; }
  const base = background(read.ppmv);
  const rank = (curve) => estimation.candidates.findIndex((it) => it.name === curve.leak);
  const curves = all.filter((it) => it.sensorId === id).sort((a, b) => rank(a) - rank(b)).slice(0, LOOKS.length)
    .map((it) => ({ ...it, ppmv: it.ppmv.map((above) => base + above) }));
  byId("simulated").hidden = curves.length === 0;
  if (curves.length === 0) { return; }
  setText(byId("simulated-about"), t("simulated.about", number(base)));
  byId("simulated-legend").replaceChildren(line("read", t("simulated.measured", highest(read.ppmv))),
    ...curves.map((it, i) => line(`candidate-${i}`, t("simulated.candidate", it.leak, significant(GRAMS * it.rateKgPerS), highest(it.ppmv)))));
  draw(byId("simulated-chart"), read, curves);
}

onColours(() => plot?.redraw(false, true));
new ResizeObserver(() => plot?.setSize({ width: Math.max(200, byId("simulated-chart").clientWidth), height: 200 })).observe(byId("simulated-chart"));
