/* Which part of the time is looked at: fixed, or the last so many seconds while readings come in. */
const DAY = 86400;
const SHORTEST = 600;
const MARGIN = 0.02; // room right of the newest reading
export const SPANS = { "6h": DAY / 4, "1d": DAY, "3d": 3 * DAY, "7d": 7 * DAY, "30d": 30 * DAY, "1y": 365.25 * DAY };

export function viewport(newest, onChange) {
  let live = true;
  let span = SPANS["3d"];
  let to = newest + MARGIN * span;

  const range = () => ({ from: to - span, to, span, live });
  const changed = () => onChange(range());
  const fix = (from, end) => {
    span = Math.max(SHORTEST, end - from);
    to = (from + end) / 2 + span / 2;
    live = to >= newest && from < newest;
    changed();
  };

  return {
    range,
    /* A new reading: the view goes along while it is live. */
    advance(time) {
      newest = Math.max(newest, time);
      if (live && newest + (MARGIN / 2) * span > to) {
        to = newest + MARGIN * span;
        return true;
      }
      return false;
    },
    newest: () => newest,
    last(seconds) { span = seconds; live = true; to = newest + MARGIN * span; changed(); },
    all(first) { this.last(Math.max(SHORTEST, (newest - first) / (1 - MARGIN))); },
    fix,
    zoom(factor, around = live ? newest : to - span / 2) {
      const wanted = Math.max(SHORTEST, span * factor);
      const share = (to - around) / span;
      span = wanted;
      to = around + share * wanted;
      changed();
    },
    pan(share) {
      to += share * span;
      if (to >= newest + MARGIN * span) { to = newest + MARGIN * span; live = true; } else { live = false; }
      changed();
    },
  };
}
