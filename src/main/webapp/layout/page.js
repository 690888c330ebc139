/* What every page has: clock, alarms, connection, messages, language, colours. */
import { byId, setText } from "./dom.js";
import { clockLocal, clockUtc, counted, language, t, told } from "./texts.js";
import { connect, onConnection, onSensors, onSystemEvent, sensors } from "./overview-stream.js";
import { offerSound } from "./sound.js";
import { toast } from "./toasts.js";

const YEAR_SECONDS = 31536000;
const remember = (name, value) => {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; SameSite=Lax`;
};

function tick() {
  const now = new Date();
  setText(byId("clock-utc"), clockUtc(now));
  setText(byId("clock-local"), clockLocal(now));
}

let live = false;

/* Nobody is told that there is no alarm by a page that would not learn of one. */
function showAlarms() {
  const critical = [...sensors.values()].filter((sensor) => sensor.state === "critical").length;
  const none = live ? "ok" : "undefined";
  byId("alarms").dataset.state = critical ? "critical" : none;
  setText(byId("alarms").querySelector('[data-show="text"]'), critical ? counted("alarms", critical) : t(live ? "noAlarm" : "alarmsUnknown"));
  document.title = document.title.replace(/^\(\d+\) /, "").replace(/^/, critical ? `(${critical}) ` : "");
}

function showConnection(state) {
  const changed = live !== (state === "live");
  live = state === "live";
  if (changed) {
    showAlarms();
  }
  byId("connection").dataset.state = state;
  setText(byId("connection"), t(state === "live" ? "live" : "reconnecting"));
  byId("lost").hidden = state !== "lost";
}

function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  remember("theme", root.dataset.theme);
  window.dispatchEvent(new Event("themechange"));
}

function changeLanguage() {
  remember("language", language === "en" ? "nb" : "en");
  location.reload();
}

byId("theme").addEventListener("click", changeTheme);
byId("language").addEventListener("click", changeLanguage);
offerSound();
tick();
setInterval(tick, 1000);
onSensors(showAlarms);
onConnection(showConnection);
onSystemEvent((event) => toast(event.type, told(event.message), event.timestamp, `event-${event.id}`));
// Before somebody has signed in there is nothing to listen to.
if (!["sign-in", "set-up"].includes(document.body.dataset.page)) {
  connect();
}
