/* Axes of charts over time: UTC, the colours of the page. The version of uPlot stands in pom.xml, too. */
import uPlot from "/webjars/uplot/1.6.30/dist/uPlot.esm.js";
import { colour } from "/layout/colours.js";

const DAY = 86400;
const YEAR = 365 * DAY;
const text = (at) => new Date(at * 1000).toISOString();

function label(at, previous, step) {
  if (step >= YEAR) {
    return text(at).slice(0, 4);
  }
  const newYear = previous === undefined || text(at).slice(0, 4) !== text(previous).slice(0, 4);
  if (step >= DAY) {
    return newYear ? text(at).slice(0, 10) : text(at).slice(5, 10);
  }
  const newDay = previous === undefined || text(at).slice(0, 10) !== text(previous).slice(0, 10);
  const clock = text(at).slice(11, step < 60 ? 19 : 16);
  return newDay ? `${clock}\n${text(at).slice(0, 10)}` : clock;
}

const axis = () => ({ stroke: () => colour("soft"), grid: { stroke: () => colour("grid"), width: 1 }, ticks: { stroke: () => colour("grid"), width: 1 } });

export const timeAxis = (shown = true) => ({
  ...axis(),
  space: 80,
  size: shown ? 44 : 8,
  values: shown ? (plot, splits, i, space, step) => splits.map((at, k) => label(at, splits[k - 1], step)) : () => [],
});

export const valueAxis = (label) => ({ ...axis(), size: 56, space: 36, label, labelSize: 18, labelGap: 2, labelFont: "12px system-ui, sans-serif" });

export const utcDate = (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC");

export { uPlot };
