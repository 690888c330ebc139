/* The form for a new template. */
import { byId } from "/layout/dom.js";
import { keepForm } from "/layout/form.js";

keepForm(byId("new"), ({ fieldId, ...template }) => ["POST", `/fields/${fieldId}/templates`, template],
  (made) => { location.href = `/templates/template.xhtml?id=${made.id}`; });
