/* The form for a new sensor, with the plan that it is put on: a click on the plan fills in x and y. */
import { byId } from "/layout/dom.js";
import { keepForm } from "/layout/form.js";
import { plan } from "/templates/plan.js";

const form = byId("new");
const templateId = Number(form.dataset.templateId);
plan(byId("plan"), templateId);
keepForm(form, (sensor) => ["POST", `/templates/${templateId}/sensors`, sensor],
  (made) => { location.href = `/sensors/sensor.xhtml?id=${made.id}`; });

byId("plan").addEventListener("click", (event) => {
  const image = byId("plan").querySelector("svg");
  if (!image || event.target.closest("a")) { return; }
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(image.getScreenCTM().inverse());
  form.elements.x.value = x.toFixed(1);
  form.elements.y.value = (-y).toFixed(1);
});
