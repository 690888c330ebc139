/* Readings above, scores below, over the same time. It draws what it is given and tells what the viewer does. */
import { colour, onColours } from "/layout/colours.js";
import { t } from "/layout/texts.js";
import { timeAxis, uPlot, utcDate, valueAxis } from "./axes.js";
import { drawChosen, drawJudgements, drawLevels, drawQuality, drawStretches, lowerBound } from "./marks.js";

const FLATTEST_PPMV = 20; // so that noise does not look like a leak
const SYNC = "sensor";

/* Breaks the line where nothing came. */
function broken({ times, ppmv }, gaps) {
  const x = times.slice();
  const y = ppmv.slice();
  for (const gap of gaps) {
    const i = lowerBound(x, gap.from + 1e-3);
    if (i > 0 && i < x.length) {
      x.splice(i, 0, gap.from + 1e-3);
      y.splice(i, 0, null);
    }
  }
  return [x, y];
}

const empty = () => ({ read: { times: [], ppmv: [], quality: [], unusable: [], widthSeconds: 0 }, judged: { times: [], score: [], value: [] }, gaps: [] });

/*
 * view: {from, to}, seconds. handlers: onZoom(from, to), onHover(time or null), onChoose(time).
 * compact leaves the scores and the handling out: a small chart for the dashboard.
 */
export function sensorChart(place, { thresholds = null, handlers = {}, height = 280, compact = false } = {}) {
  let view = { from: 0, to: 1 };
  let data = empty();
  let stretches = [];
  let chosen = null;
  let asked = false;
  const width = () => Math.max(200, place.clientWidth);
  const x = () => ({ time: true, range: () => [view.from, view.to] });
  const common = (shown, unit) => ({
    width: width(), tzDate: utcDate, legend: { show: false },
    cursor: { show: !compact, y: false, points: { size: 7 }, sync: compact ? undefined : { key: SYNC, scales: ["x", null] }, drag: { x: true, y: false, setScale: false } },
    axes: [timeAxis(shown), valueAxis(unit)],
  });
  const behind = (plot) => drawStretches(plot, [...stretches, ...data.gaps]);

  const readings = new uPlot({
    ...common(compact, "ppmv"), height, padding: [12, 28, 0, 0],
    scales: { x: x(), y: { range: (plot, low, high) => spread(low, high, FLATTEST_PPMV) } },
    series: [{}, { stroke: () => colour("line-ink"), width: 1.5, points: { show: false } }],
    hooks: hooks([behind], [(plot) => drawQuality(plot, data.read), (plot) => drawJudgements(plot, data.read, data.judged)]),
  }, [[], []], place);

  const scores = compact ? null : new uPlot({
    ...common(true, `${t("score")} %`), height: 190, padding: [8, 28, 0, 0],
    scales: { x: x(), y: { range: (plot, low, high) => [Math.min(0, low ?? 0), 1.1 * Math.max(high ?? 0, 1.15 * (thresholds?.critical ?? 100))] } },
    series: [{}, { stroke: () => colour("line-ink"), width: 1.25, points: { show: false } }],
    hooks: hooks([behind], [(plot) => drawLevels(plot, levels())]),
  }, [[], []], place);

  function levels() {
    return thresholds
      ? [{ value: thresholds.warning, name: "warning", text: `${t("state.warning")} ${thresholds.warning} %` },
         { value: thresholds.critical, name: "critical", text: `${t("state.critical")} ${thresholds.critical} %` }]
      : [];
  }

  function spread(low, high, least) {
    const bottom = Math.min(low ?? 0, 0);
    const top = Math.max(high ?? 0, bottom + least);
    return [bottom, top + 0.06 * (top - bottom)];
  }

  function hooks(before, after) {
    return {
      drawClear: before,
      draw: [...after, (plot) => drawChosen(plot, chosen)],
      setSelect: [(plot) => {
        if (plot.select.width > 3) {
          handlers.onZoom?.(plot.posToVal(plot.select.left, "x"), plot.posToVal(plot.select.left + plot.select.width, "x"));
          plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
        }
      }],
      setCursor: [(plot) => handlers.onHover?.(plot.cursor.left >= 0 ? plot.posToVal(plot.cursor.left, "x") : null)],
      ready: [(plot) => plot.over.addEventListener("click", (event) => {
        if (plot.cursor.left >= 0 && event.detail === 1) { handlers.onChoose?.(plot.posToVal(plot.cursor.left, "x")); }
      })],
    };
  }

  const both = (what) => [readings, scores].filter(Boolean).forEach(what);
  function draw() {
    asked = false;
    readings.setData(broken(data.read, data.gaps));
    scores?.setData([data.judged.times, data.judged.score]);
  }
  /* Many changes in one frame are drawn once. */
  function soon() {
    if (!asked) {
      asked = true;
      requestAnimationFrame(draw);
    }
  }

  new ResizeObserver(() => both((plot) => plot.setSize({ width: width(), height: plot.height }))).observe(place);
  onColours(() => both((plot) => plot.redraw(false, true)));

  return {
    show(newData) { data = newData; soon(); },
    move(from, to) { view = { from, to }; soon(); },
    mark(newStretches) { stretches = newStretches; soon(); },
    choose(time) { chosen = time; soon(); },
    judgeBy(newThresholds) { thresholds = newThresholds; soon(); },
    redraw: soon,
    data: () => data,
    pixels: width,
  };
}

