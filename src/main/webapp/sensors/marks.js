/* What is drawn over and under the lines of a sensor's chart. */
import { colour, faint } from "/layout/colours.js";

const SIZE = 4;
const shapes = {
  critical: (c, x, y, s) => { c.moveTo(x, y - 1.3 * s); c.lineTo(x + 1.2 * s, y + s); c.lineTo(x - 1.2 * s, y + s); },
  warning: (c, x, y, s) => { c.moveTo(x, y - 1.3 * s); c.lineTo(x + 1.3 * s, y); c.lineTo(x, y + 1.3 * s); c.lineTo(x - 1.3 * s, y); },
};

/* The place of the first time that is not earlier. */
export function lowerBound(times, time) {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

/* The place of the reading that a judgement is about: the nearest one, of a down-sampled stretch its largest. */
export function readingAt(read, time) {
  if (read.widthSeconds > 0) {
    let best = -1;
    for (let i = lowerBound(read.times, time - read.widthSeconds); i < read.times.length && read.times[i] <= time + read.widthSeconds; i++) {
      if (best < 0 || read.ppmv[i] > read.ppmv[best]) { best = i; }
    }
    return best;
  }
  const i = lowerBound(read.times, time);
  return i > 0 && (i === read.times.length || time - read.times[i - 1] < read.times[i] - time) ? i - 1 : i < read.times.length ? i : -1;
}

/* Stretches behind the lines: learned operations, what was no leak, gaps. */
export function drawStretches(plot, list) {
  const { ctx, bbox } = plot;
  const fills = { feedback: faint("feedback", 0.22), normal: faint("normal", 0.2), gap: faint("soft", 0.14) };
  ctx.save();
  for (const { from, to, kind } of list) {
    const left = Math.max(bbox.left, plot.valToPos(from, "x", true));
    const right = Math.min(bbox.left + bbox.width, to === Infinity ? Infinity : plot.valToPos(to, "x", true));
    if (right > left) {
      ctx.fillStyle = fills[kind];
      ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
    }
  }
  ctx.restore();
}

function inside(plot, draw) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top - 8, bbox.width, bbox.height + 16);
  ctx.clip();
  draw(ctx, devicePixelRatio || 1);
  ctx.restore();
}

/* Each judgement that is not ok at its reading; the shape says the same as the colour. */
export function drawJudgements(plot, read, judged) {
  const paint = { critical: colour("critical"), warning: colour("warning") };
  inside(plot, (ctx, ratio) => {
    judged.value.forEach((value, i) => {
      const at = paint[value] ? readingAt(read, judged.times[i]) : -1;
      if (at >= 0) {
        ctx.beginPath();
        shapes[value](ctx, plot.valToPos(read.times[at], "x", true), plot.valToPos(read.ppmv[at], "y", true), SIZE * ratio);
        ctx.fillStyle = paint[value];
        ctx.fill();
      }
    });
  });
}

/* Rings around suspect readings, crosses at the bottom for what the sensor sent that is none. */
export function drawQuality(plot, read) {
  inside(plot, (ctx, ratio) => {
    ctx.strokeStyle = colour("not_available");
    ctx.lineWidth = 1.5 * ratio;
    read.quality.forEach((quality, i) => {
      if (quality !== "good") {
        ctx.beginPath();
        ctx.arc(plot.valToPos(read.times[i], "x", true), plot.valToPos(read.ppmv[i], "y", true), 4.5 * ratio, 0, 2 * Math.PI);
        ctx.stroke();
      }
    });
    const bottom = plot.bbox.top + plot.bbox.height - 5 * ratio;
    read.unusable.forEach(({ time }) => {
      const x = plot.valToPos(time, "x", true);
      const s = 3 * ratio;
      ctx.beginPath();
      ctx.moveTo(x - s, bottom - s); ctx.lineTo(x + s, bottom + s);
      ctx.moveTo(x + s, bottom - s); ctx.lineTo(x - s, bottom + s);
      ctx.stroke();
    });
  });
}

/* Horizontal lines with their names, for example the thresholds: [{value, name, text}]. */
export function drawLevels(plot, levels) {
  inside(plot, (ctx, ratio) => {
    ctx.font = `${11 * ratio}px system-ui, sans-serif`;
    ctx.textAlign = "left";
    for (const { value, name, text } of levels) {
      const y = plot.valToPos(value, "y", true);
      ctx.strokeStyle = ctx.fillStyle = colour(name);
      ctx.setLineDash([6 * ratio, 4 * ratio]);
      ctx.lineWidth = 1.25 * ratio;
      ctx.beginPath();
      ctx.moveTo(plot.bbox.left, y);
      ctx.lineTo(plot.bbox.left + plot.bbox.width, y);
      ctx.stroke();
      ctx.fillText(text, plot.bbox.left + 6 * ratio, y + (name === "warning" ? 13 : -4) * ratio);
    }
  });
}

/* The moment that somebody chose. */
export function drawChosen(plot, time) {
  if (time !== null) {
    inside(plot, (ctx, ratio) => {
      const x = plot.valToPos(time, "x", true);
      ctx.strokeStyle = colour("link");
      ctx.lineWidth = 1.5 * ratio;
      ctx.beginPath();
      ctx.moveTo(x, plot.bbox.top);
      ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
      ctx.stroke();
    });
  }
}
