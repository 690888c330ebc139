/* What is known of a sensor between two times, in seconds since 1970: readings, judgements, stretches. */
import { get, call } from "/layout/api.js";

const MOST_PLAIN = 1000; // up to so many readings are asked for one by one, unusable ones too
export const seconds = (instant) => Date.parse(instant) / 1000;
export const instant = (at) => new Date(Math.round(at * 1000)).toISOString();

const range = (from, to) => `from=${instant(from)}&to=${instant(to)}`;

function columns(readings) {
  const usable = readings.filter((reading) => reading.grade !== "unusable" && reading.ppmv !== null);
  return {
    times: usable.map((reading) => seconds(reading.timestamp)),
    ppmv: usable.map((reading) => reading.ppmv),
    quality: usable.map((reading) => reading.quality),
    unusable: readings
      .filter((reading) => reading.grade === "unusable")
      .map((reading) => ({ time: seconds(reading.timestamp), quality: reading.quality, ppmv: reading.ppmv })),
  };
}

export async function readings(id, from, to, points) {
  const part = `/sensors/${id}/time-series-data?${range(from, to)}`;
  const few = await call("GET", `${part}&points=${points}`);
  const { values, unusable, widthSeconds } = few.sampling;
  const each = unusable > 0 && values + unusable <= MOST_PLAIN;
  const shown = each ? (await call("GET", `${part}&limit=${MOST_PLAIN}`)).result : few.result;
  return { ...columns(shown), widthSeconds: each ? 0 : widthSeconds };
}

async function judgements(id, from, to, points) {
  const few = await call("GET", `/sensors/${id}/anomaly-detections?${range(from, to)}&points=${points}`);
  return {
    times: few.result.map((detection) => seconds(detection.timeSeriesData.timestamp)),
    score: few.result.map((detection) => detection.score),
    value: few.result.map((detection) => detection.value),
  };
}

const stretch = (from, to, kind) => ({ from: seconds(from), to: to ? seconds(to) : Infinity, kind });

async function gaps(id, from, to) {
  return (await get(`/sensors/${id}/time-series-data/gaps?${range(from, to)}`)).map((gap) => stretch(gap.from, gap.to, "gap"));
}

/* Where operations were learned, and where operators said that it was no leak. */
export async function stretches(id) {
  const [procedures, feedback] = await Promise.all([get(`/sensors/${id}/procedures`), get(`/sensors/${id}/feedback`)]);
  return [
    ...procedures.filter((it) => it.outcome !== "undone").map((it) => stretch(it.beganAt, it.endedAt, "feedback")),
    ...feedback.filter((it) => it.normalFrom && !it.undone).map((it) => stretch(it.normalFrom, it.normalTo, "normal")),
  ];
}

export async function history(id, from, to, points) {
  const [read, judged, missing] = await Promise.all([
    readings(id, from, to, points), judgements(id, from, to, points), gaps(id, from, to)]);
  return { from, to, read, judged, gaps: missing };
}

/* The time of the first reading; null when there is none. */
export async function firstTime(id) {
  const first = await get(`/sensors/${id}/time-series-data?limit=1`);
  return first.length ? seconds(first[0].timestamp) : null;
}
