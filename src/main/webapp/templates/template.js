/* The page of a template: its plan, and its sensors as cards. */
import { byId, setText } from "/layout/dom.js";
import { number, t } from "/layout/texts.js";
import { keepCards } from "/sensors/cards.js";
import { plan } from "./plan.js";

const id = Number(byId("template").dataset.id);
const drawing = plan(byId("plan"), id, { onCurrent: showCurrent });
keepCards(byId("sensors"), (sensor) => sensor.templateId === id);

function showCurrent(current) {
  setText(byId("current"), current ? t("fact.currentIs", number(100 * current.speed), Math.round(current.towards)) : t("fact.noCurrent"));
}

drawing.ready.catch((failure) => setText(byId("plan"), failure.message));
