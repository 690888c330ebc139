/* The fields and their templates, coloured live. */
import { setText } from "/layout/dom.js";
import { t } from "/layout/texts.js";
import { onSensors, sensors } from "/layout/overview-stream.js";
import { worseFirst } from "/sensors/cards.js";

onSensors(() => {
  document.querySelectorAll(".templates li").forEach((item) => {
    const mounted = [...sensors.values()].filter((sensor) => sensor.templateId === Number(item.dataset.id)).sort(worseFirst);
    const worst = mounted[0]?.state ?? "ok";
    item.dataset.state = worst;
    setText(item.querySelector('[data-show="words"]'), mounted.length
      ? `${mounted.filter((sensor) => sensor.state === worst).length}/${mounted.length} ${t(`state.${worst}`)}` : t("template.bare"));
  });
});
