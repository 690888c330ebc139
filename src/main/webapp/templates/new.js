/* The form for a new template. */
import { byId, chooseGiven } from "/layout/dom.js";
import { keepForm } from "/layout/form.js";

chooseGiven();
keepForm(byId("new"), ({ fieldId, ...template }) => ["POST", `/fields/${fieldId}/templates`, template],
  (made) => { location.href = `/templates/template.xhtml?id=${made.id}`; });
