/* The events of a sensor, and what operators say of them. */
import { byId, button, element, mark, time } from "/layout/dom.js";
import { attempt } from "/layout/ask.js";
import { call, get, may } from "/layout/api.js";
import { onSensorEvent } from "/layout/overview-stream.js";
import { t, utc } from "/layout/texts.js";
import { toast } from "/layout/toasts.js";
import { showExplanation } from "./explanation.js";

const SHOWN = 12;
const VERDICTS = ["leak", "not_a_leak", "external_cause", "maintenance"];

export async function showEvents(id, { onExplain, onTaught }) {
  let explained = null;

  function given(word) {
    const undo = word.undone || !may("DELETE", "/events/sensors/feedback/*") ? "" : button(t("feedback.undo"), { class: "small" }, async (event) => {
      if (await attempt(event.currentTarget, () => call("DELETE", `/events/sensors/feedback/${word.id}`))) { await taught(t("feedback.undone")); }
    });
    const version = word.baselineVersion === null ? "" : ` · ${t("feedback.taught", word.baselineVersion)}`;
    return element("p", { class: word.undone ? "word undone" : "word" },
      element("b", {}, t(`verdict.${word.verdict}`)), ` ${word.comment}${version} `, word.undone ? element("span", { class: "soft" }, t("feedback.wasUndone")) : undo);
  }

  async function taught(message) {
    toast("alert_success", message);
    await Promise.all([read(), onTaught()]);
    document.dispatchEvent(new Event("baselinechange"));
  }

  function form(event) {
    const name = `verdict-${event.id}`;
    const verdicts = VERDICTS.map((verdict) => element("label", { class: "choice" }, element("input", { type: "radio", name, value: verdict, required: true }), ` ${t(`verdict.${verdict}`)}`));
    const comment = element("input", { name: "comment", maxlength: 2000, autocomplete: "off" });
    const save = element("button", { class: "first" }, t("feedback.save"));
    const made = element("form", {}, element("fieldset", {}, element("legend", {}, t("feedback.question")), ...verdicts),
      element("p", { class: "help" }, t("feedback.help")),
      element("label", {}, t("feedback.comment"), " ", comment), " ", save);
    made.addEventListener("submit", async (submit) => {
      submit.preventDefault();
      const body = { verdict: new FormData(made).get(name), comment: comment.value };
      if (await attempt(save, () => call("POST", `/events/sensors/${event.id}/feedback`, body))) { await taught(t("feedback.saved")); }
    });
    return element("details", { class: "lesson" }, element("summary", {}, t("feedback.give")), made);
  }

  function line(event, words) {
    const critical = event.type === "critical";
    const fault = event.fault ? ` (${t(`fault.${event.fault}`)})` : "";
    const late = event.judgedLate ? ` · ${t("event.late")}` : "";
    const said = words.filter((word) => word.eventId === event.id);
    return element("li", { "data-state": event.type },
      mark(),
      element("div", {}, element("p", {}, element("b", {}, t(`change.${event.type}`)), `${fault}${late} `, time(event.timestamp), ` ${t("utc")}`),
        ...said.map(given),
        ...(critical ? [element("div", { class: "tools" }, button(t("why.button"), { class: "small", "aria-label": `${t("why.button")} ${utc(event.timestamp)}` }, () => onExplain(event.timestamp)), ...(may("POST", "/events/sensors/*/feedback") ? [form(event)] : []))] : [])));
  }

  async function read() {
    const [events, words] = await Promise.all([get(`/events/sensors/${id}?limit=${SHOWN}`), get(`/sensors/${id}/feedback`)]);
    const open = byId("sensor-events").querySelector("details[open]");
    if (open && open.contains(document.activeElement)) { return; }
    byId("sensor-events").replaceChildren(...events.map((event) => line(event, words)));
    const alarm = events.find((event) => event.type === "critical");
    if (alarm && alarm.id !== explained) { showExplanation(id, alarm.timestamp); }
    explained = alarm?.id ?? null;
  }

  onSensorEvent((event) => event.sensorId === id && read());
  await read();
}
