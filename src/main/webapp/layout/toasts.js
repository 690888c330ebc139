/* Messages at the edge of the page. Critical ones stay until somebody closes them. */
import { button, byId, element, time } from "./dom.js";
import { t } from "./texts.js";
import { chime } from "./sound.js";

const SHOWN = 4;
const MILLISECONDS = 8000;

const all = () => [...document.querySelectorAll(".toast")];

/* A newer one of the same key takes the older one's place. */
export function toast(type, text, timestamp, key, ...controls) {
  all().forEach((old) => old.dataset.key === key && old.remove());
  const made = element("div", { class: "toast", "data-type": type, "data-key": key });
  const close = button("×", { "aria-label": t("close") }, () => { made.remove(); show(); });
  made.append(element("p", {}, text, ...(timestamp ? [time(timestamp)] : [])), ...controls, close);
  byId("toasts").append(made);
  if (type === "alert_critical") {
    chime();
  } else {
    setTimeout(() => { made.remove(); show(); }, MILLISECONDS);
  }
  show();
}

/* The newest are shown; the others wait behind a button that closes all of them. */
function show() {
  const toasts = all();
  toasts.forEach((one, i) => { one.hidden = i < toasts.length - SHOWN; });
  document.querySelector(".toasts > button")?.remove();
  if (toasts.length > 1) {
    byId("toasts").prepend(button(t("closeAll", toasts.length), {}, () => byId("toasts").replaceChildren()));
  }
}
