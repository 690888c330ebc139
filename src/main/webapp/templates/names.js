/*
 * Where names stand on a plan so that they do not cover each other or what they name: the first free place around the
 * point, else the least covered one. Lengths are those of the plan.
 */
const LETTER = 0.6; // of the size of the type, a letter's width
const SIDES = [["middle", 0, -1], ["middle", 0, 1], ["start", 1, 0], ["end", -1, 0], ["start", 0.7, -0.7], ["end", -0.7, -0.7], ["start", 0.7, 0.7], ["end", -0.7, 0.7]];
const FAR = [1, 1.8, 2.6];

const overlap = (a, b) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
const area = (box) => (box.right - box.left) * (box.bottom - box.top);

export function names(half) {
  const frame = { left: -half, right: half, top: -half, bottom: half };
  const taken = [];
  const covered = (box) => taken.reduce((sum, other) => sum + overlap(box, other), 0) + area(box) - overlap(box, frame);

  function box(x, y, anchor, width, height) {
    const left = anchor === "middle" ? x - width / 2 : anchor === "start" ? x : x - width;
    return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
  }

  return {
    /* Nothing else is to stand here. */
    keep(x, y, radius) { taken.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }); },

    /* Attributes of the text that names a point, whose middle is the origin of its group. */
    place(x, y, words, size, gap) {
      let best = null;
      for (const far of FAR) {
        for (const [anchor, dx, dy] of SIDES) {
          const at = { dx: dx * gap * far, dy: dy * gap * far };
          const there = box(x + at.dx, y + at.dy, anchor, LETTER * size * words.length, size);
          const cost = covered(there);
          if (!best || cost < best.cost - 1e-9) { best = { cost, anchor, there, ...at }; }
        }
        if (best.cost <= 0) { break; }
      }
      taken.push(best.there);
      return { x: best.dx, y: best.dy, "text-anchor": best.anchor, "dominant-baseline": "central", "font-size": size };
    },
  };
}
