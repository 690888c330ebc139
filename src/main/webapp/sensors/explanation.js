/* Why a reading got its score: what the detector expected, laid over what was measured. */
import { byId, element, setText } from "/layout/dom.js";
import { get } from "/layout/api.js";
import { colour, faint, onColours } from "/layout/colours.js";
import { number, t, told, utc } from "/layout/texts.js";
import { timeAxis, uPlot, utcDate, valueAxis } from "./axes.js";
import { seconds } from "./history.js";

let plot = null;
let last = 0;

/* Both curves over the same times; the detector's interval need not be the readings'. */
function joined(window, expected) {
  return uPlot.join([window, expected].map((curve) => [curve.map((it) => seconds(it.timestamp)), curve.map((it) => it.ppmv)]));
}

function draw(place, { window, expected }) {
  plot?.destroy();
  place.replaceChildren();
  plot = new uPlot({
    width: Math.max(200, place.clientWidth), height: 200, tzDate: utcDate, legend: { show: false }, padding: [10, 28, 0, 0],
    cursor: { y: false }, axes: [timeAxis(), valueAxis("ppmv")],
    scales: { y: { range: (u, low, high) => [Math.min(0, low), Math.max(20, 1.08 * high)] } },
    series: [{}, { stroke: () => colour("critical"), width: 2, spanGaps: true, points: { show: false } },
      { stroke: () => colour("link"), width: 2, dash: [7, 4], spanGaps: true, fill: () => faint("link", 0.14), points: { show: false } }],
  }, joined(window, expected), place);
}

function part([part, percent], largest) {
  const name = told(part);
  return element("li", {}, element("span", {}, name), element("meter", { min: 0, max: largest, value: Math.max(0, percent), "aria-label": name }),
    element("b", {}, `${number(percent)} %`));
}

export async function showExplanation(id, at) {
  const mine = ++last;
  const place = byId("why");
  place.setAttribute("aria-busy", "true");
  try {
    const said = await get(`/sensors/${id}/explanation${at ? `?at=${at}` : ""}`);
    if (mine !== last) { return; }
    place.dataset.empty = "false";
    byId("why-head").dataset.state = said.value;
    setText(byId("why-title"), t("why.of", utc(said.timestamp), t(`deviation.${said.value}`), said.score === null ? "–" : number(said.score)));
    setText(byId("why-summary"), said.summary ? told(said.summary) : t("why.nothing", said.detectorId));
    const differs = said.score !== null && said.scoreNow !== null && Math.abs(said.score - said.scoreNow) > 0.5;
    setText(byId("why-source"), [said.source && t("why.source", told(said.source)), differs && t("why.differs", number(said.scoreNow))].filter(Boolean).join(" "));
    const parts = Object.entries(said.parts);
    const largest = Math.max(said.critical, ...parts.map(([, percent]) => percent));
    byId("why-parts").replaceChildren(...parts.map((one) => part(one, largest)));
    draw(byId("why-chart"), said);
  } catch (failure) {
    if (mine === last && failure.status !== 404) { setText(byId("why-summary"), failure.message); }
  } finally {
    if (mine === last) { place.removeAttribute("aria-busy"); }
  }
}

onColours(() => plot?.redraw(false, true));
new ResizeObserver(() => plot?.setSize({ width: Math.max(200, byId("why-chart").clientWidth), height: 200 })).observe(byId("why-chart"));
