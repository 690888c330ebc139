/* Which point leaks: the ranking of an estimation, and its candidates on the plan of the template. */
import { byId, element, setText } from "/layout/dom.js";
import { attempt } from "/layout/ask.js";
import { call, get } from "/layout/api.js";
import { percent, significant, t, told, utc } from "/layout/texts.js";
import { stream } from "/layout/stream.js";
import { plan } from "/templates/plan.js";
import { instant } from "./history.js";
import { showSimulated } from "./simulated.js";

const DAY = 86400;
const STEP = 600;
const SHOWN = 20;
const GRAMS = 1000;

function rate({ rateKgPerS, rateLow, rateHigh }) {
  return rateKgPerS === null ? t("estimation.noRate")
    : t("estimation.rate", significant(GRAMS * rateKgPerS), significant(GRAMS * rateLow), significant(GRAMS * rateHigh));
}

function row(name, probability, detail, leads) {
  return element("li", { class: leads ? "leads" : null },
    element("span", { class: "candidate" }, name),
    element("meter", { min: 0, max: 1, value: probability, "aria-label": name }),
    element("b", {}, percent(probability)),
    element("span", { class: "soft" }, detail));
}

export function showEstimations(id, { templateId, simulation, newest }) {
  const choice = byId("estimation-choice");
  const drawing = plan(byId("plan"), templateId, { here: id });
  let all = [];

  function show() {
    const one = all.find((it) => it.id === Number(choice.value)) ?? all[0];
    byId("estimation").dataset.empty = String(!one);
    if (!one) { drawing.candidates([]); return; }
    byId("verdict").dataset.result = one.result;
    const best = one.candidates[0];
    setText(byId("verdict"), t(`verdict.${one.result}`, best?.name ?? "", best ? percent(best.probability) : ""));
    setText(byId("estimation-window"), t("estimation.window", utc(one.from), utc(one.to)));
    const others = [["noLeak", one.noLeak], ["externalCause", one.externalCause], ["unexplained", one.unexplained]];
    byId("candidates").replaceChildren(
      ...one.candidates.map((it, i) => row(it.name, it.probability, rate(it), i === 0 && one.result === "confirmed")),
      ...others.map(([name, probability]) => row(t(`estimation.${name}`), probability, "", false)));
    const fit = one.goodnessOfFit === null ? "" : t("estimation.fit", percent(one.goodnessOfFit));
    setText(byId("estimation-notes"), [fit, t("estimation.model", one.model, one.estimator), told(one.notes ?? "")].filter(Boolean).join(" "));
    drawing.candidates(one.candidates, one.to);
    showSimulated(id, one);
  }

  async function read() {
    const chosen = choice.value && choice.value !== String(all[0]?.id) ? choice.value : null;
    all = await get(`/sensors/${id}/estimations?limit=${SHOWN}`);
    choice.replaceChildren(...all.map((it) => element("option", { value: it.id }, `${utc(it.to)} · ${t(`result.${it.result}`)}`)));
    if (chosen) { choice.value = chosen; }
    show();
  }

  async function estimate(control) {
    const cancel = byId("estimate-cancel") ?? {};
    cancel.hidden = false;
    const to = Math.floor(newest() / STEP) * STEP;
    const made = await attempt(control, () => call("POST", `/sensors/${id}/estimations`, { from: instant(to - DAY + STEP), to: instant(to) }));
    cancel.hidden = true;
    if (made) { choice.value = ""; await read(); }
  }

  choice.addEventListener("change", show);
  byId("estimate")?.addEventListener("click", (event) => estimate(event.currentTarget));
  byId("estimate-cancel")?.addEventListener("click", (event) => attempt(event.currentTarget, () => call("DELETE", `/sensors/${id}/estimations/running`)));
  if (simulation) { stream(`/sensors/${id}/estimation?limit=0`, { onItem: () => { clearTimeout(read.soon); read.soon = setTimeout(read, 200); } }); }
  read();
}

