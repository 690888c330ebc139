/* The page of one sensor: its chart, live at the right edge; the other parts are in files of their own. */
import { byId, element, setText, time as timeElement } from "/layout/dom.js";
import { get } from "/layout/api.js";
import { local, number, t, utc } from "/layout/texts.js";
import { onSensors } from "/layout/overview-stream.js";
import { stream } from "/layout/stream.js";
import { sensorChart } from "./chart.js";
import { firstTime, history, instant, seconds, stretches } from "./history.js";
import { lowerBound, readingAt } from "./marks.js";
import { showSpan, steer, touch } from "./steering.js";
import { viewport } from "./viewport.js";
import { showExplanation } from "./explanation.js";
import { showEstimations } from "./estimations.js";
import { showEvents } from "./lessons.js";
import { showBaselines } from "./baselines.js";
import { offerSwitches } from "./switches.js";

const SPARE = 0.5; // so much of the view is loaded beside it, on either side
const MOST_POINTS = 4000;
const MOST_LIVE = 400; // so many readings are added before everything is asked for anew

const page = byId("sensor");
const id = Number(page.dataset.id);
const newest = page.dataset.time ? seconds(page.dataset.time) : Date.now() / 1000;
const chartPlace = byId("chart");

let loaded = null;
let loading = null;
let added = 0;
let hovered = null;
let chosen = null;

const chart = sensorChart(chartPlace, {
  height: 300,
  handlers: { onZoom: (from, to) => view.fix(from, to), onHover: (at) => { hovered = at; showReadout(); }, onChoose: choose },
});
const view = viewport(newest, moved);

function moved(range) {
  chart.move(range.from, range.to);
  showSpan(range);
  remember(range);
  const kept = loaded && range.from >= loaded.from && range.to <= loaded.to && range.span > 0.2 * (loaded.to - loaded.from);
  if (kept) { showSummary(); } else { load(); }
}

/* The address shows what is looked at, so that it can be sent to a colleague; once a movement has ended. */
let ended = null;
function remember(range) {
  clearTimeout(ended);
  ended = setTimeout(() => write(range), 200);
}

function write({ from, to, live }) {
  const address = new URL(location.href);
  if (live) { address.searchParams.delete("from"); address.searchParams.delete("to"); } else {
    address.searchParams.set("from", instant(from));
    address.searchParams.set("to", instant(to));
  }
  window.history.replaceState(null, "", address);
}

/* One request at a time; what was asked for meanwhile comes after it. */
function load() {
  if (loading) { loading.again = true; return loading.done; }
  const mine = { again: false };
  loading = mine;
  mine.done = new Promise((resolve) => { setTimeout(resolve, loaded ? 120 : 0); })
    .then(() => {
      const { from, to, span } = view.range();
      const points = Math.min(MOST_POINTS, Math.round((1 + 2 * SPARE) * 2 * chart.pixels()));
      return history(id, from - SPARE * span, to + SPARE * span, points);
    })
    .then((part) => { loaded = part; added = 0; chart.show(part); showSummary(); showReadout(); performance.mark("chart"); })
    .catch((failure) => setText(byId("summary"), failure.message))
    .finally(() => { loading = null; if (mine.again) { load(); } });
  return mine.done;
}

function add(at, keep) {
  if (!loaded) { return; }
  keep();
  added += 1;
  loaded.to = Math.max(loaded.to, at);
  if (view.advance(at)) { const { from, to } = view.range(); chart.move(from, to); }
  chart.redraw();
  showReadout();
  if (added > MOST_LIVE) { load(); }
}

function newReading({ ppmv, timestamp }) {
  const at = seconds(timestamp);
  add(at, () => {
    const { times } = loaded.read;
    if (!times.length || at > times[times.length - 1]) {
      times.push(at);
      loaded.read.ppmv.push(ppmv);
      loaded.read.quality.push("good");
    }
  });
}

function newJudgement({ value, score, timeSeriesData }) {
  const at = seconds(timeSeriesData.timestamp);
  add(at, () => {
    const { times } = loaded.judged;
    if (!times.length || at > times[times.length - 1]) {
      times.push(at);
      loaded.judged.score.push(score);
      loaded.judged.value.push(value);
    }
  });
}

/* What stands at the pointer, else at the chosen moment, else what came last. */
function showReadout() {
  const data = chart.data();
  const at = hovered ?? chosen ?? Infinity;
  const i = at === Infinity ? data.read.times.length - 1 : readingAt({ ...data.read, widthSeconds: 0 }, at);
  if (i < 0) { return; }
  const k = Math.min(data.judged.times.length - 1, lowerBound(data.judged.times, data.read.times[i] - 1));
  const score = k >= 0 ? data.judged.score[k] : null;
  const moment = instant(data.read.times[i]);
  const value = k >= 0 ? data.judged.value[k] : "undefined";
  byId("readout").dataset.state = value;
  setText(byId("readout-time"), `${utc(moment)} UTC`);
  byId("readout-time").title = local(moment);
  setText(byId("readout-ppmv"), `${number(data.read.ppmv[i])} ppmv`);
  setText(byId("readout-score"), score === null ? t("score.none") : `${t("score")} ${number(score)} %`);
  setText(byId("readout-word"), t(`deviation.${value}`));
  setText(byId("readout-quality"), t(`quality.${data.read.quality[i]}`));
}

/* The chart in words, for whoever does not see it. */
function showSummary() {
  const { from, to } = view.range();
  const inside = loaded.read.times.map((at, i) => [at, loaded.read.ppmv[i]]).filter(([at]) => at >= from && at <= to).map(([, ppmv]) => ppmv);
  const count = (kind) => loaded.judged.value.filter((value, i) => value === kind && loaded.judged.times[i] >= from && loaded.judged.times[i] <= to).length;
  const sampled = loaded.read.widthSeconds > 0 ? t("summary.sampled", Math.round(loaded.read.widthSeconds / 60)) : "";
  setText(byId("summary"), inside.length === 0
    ? t("summary.none", utc(instant(from)), utc(instant(to)))
    : `${t("summary", utc(instant(from)), utc(instant(to)), number(Math.min(...inside)), number(Math.max(...inside)), count("critical"), count("warning"))} ${sampled}`);
}

function choose(at) {
  chosen = at;
  chart.choose(at);
  showReadout();
  showExplanation(id, instant(at));
}

function showState(sensor) {
  page.dataset.state = sensor.state;
  const texts = { word: t(`state.${sensor.state}`), ppmv: number(sensor.ppmv), score: sensor.score === null ? "–" : number(sensor.score), time: utc(sensor.timestamp), local: local(sensor.timestamp) };
  Object.entries(texts).forEach(([name, text]) => setText(page.querySelector(`[data-show="${name}"]`), text));
}

function showTable() {
  const { from, to } = view.range();
  const rows = loaded.read.times.map((at, i) => ({ at, i })).filter(({ at }) => at >= from && at <= to).slice(-200).reverse();
  byId("values").replaceChildren(...rows.map(({ at, i }) => {
    const k = lowerBound(loaded.judged.times, at - 1);
    const judged = loaded.judged.times[k] !== undefined && Math.abs(loaded.judged.times[k] - at) < 1;
    return element("tr", {}, element("td", {}, timeElement(instant(at))), element("td", {}, number(loaded.read.ppmv[i])),
      element("td", {}, t(`quality.${loaded.read.quality[i]}`)), element("td", {}, judged ? number(loaded.judged.score[k]) : "–"),
      element("td", {}, judged ? t(`deviation.${loaded.judged.value[k]}`) : "–"));
  }));
}

const markStretches = async () => chart.mark(await stretches(id));

async function begin() {
  const asked = new URLSearchParams(location.search);
  if (asked.has("from") && asked.has("to")) { view.fix(seconds(asked.get("from")), seconds(asked.get("to"))); } else { moved(view.range()); }
  steer(view, chartPlace, {
    first: () => firstTime(id),
    posToTime: (x) => { const { from, to } = view.range(); const box = chartPlace.querySelector(".u-over").getBoundingClientRect(); return from + ((to - from) * (x - box.left)) / box.width; },
  });
  touch(view, chartPlace);
  get(`/sensors/${id}/detector`).then(chart.judgeBy, (failure) => setText(byId("summary"), failure.message));
  stream(`/sensors/${id}/time-series-data?limit=0`, { onItem: newReading, onAgain: load });
  stream(`/sensors/${id}/anomaly-detections?limit=0`, { onItem: newJudgement });
  byId("table").addEventListener("toggle", () => loaded && showTable());
  onSensors((changed) => changed.filter((sensor) => sensor.id === id).forEach(showState));
  await Promise.all([loading?.done, markStretches()]);
  offerSwitches(id, markStretches);
  showEvents(id, { onExplain: (moment) => { choose(seconds(moment)); }, onTaught: markStretches });
  showEstimations(id, { templateId: Number(page.dataset.templateId), simulation: page.dataset.simulation === "true", newest: view.newest });
  showBaselines(id, markStretches);
}

begin();
