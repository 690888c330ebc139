/* Forms that are sent to the API: what it refuses stands at the field that it is about. */
import { byId, element, setText } from "./dom.js";
import { call } from "./api.js";

/* The fields by name; "porosity.fore" goes into an object, what is empty is left out. A comma may be a decimal point. */
function members(form) {
  const all = {};
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim();
    const input = form.elements[name];
    if (text !== "") {
      const path = name.split(".");
      const into = path.length > 1 ? (all[path[0]] ??= {}) : all;
      into[path[path.length - 1]] = input.inputMode === "decimal" ? text.replace(",", ".") : text;
    }
  }
  return all;
}

function complain(form, failure) {
  const rest = [];
  for (const { message, path } of failure.results.length ? failure.results : [{ message: failure.message, path: [] }]) {
    const name = path.slice(1).join(".");
    const input = form.elements[name];
    if (name && input instanceof HTMLElement) {
      const id = `wrong-${name}`;
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", id);
      input.closest("details")?.setAttribute("open", "");
      input.after(element("span", { class: "wrong", id }, message));
    } else {
      rest.push(message);
    }
  }
  setText(byId("form-failure"), rest.join(" "));
  form.querySelector("[aria-invalid]")?.focus();
}

/* request(members) says [method, path, body]; then(result) goes on. */
export function keepForm(form, request, then) {
  form.addEventListener("submit", async (submit) => {
    submit.preventDefault();
    form.querySelectorAll("span.wrong").forEach((old) => old.remove());
    form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
    setText(byId("form-failure"), "");
    const send = form.querySelector("button.first");
    send.disabled = true;
    try {
      then((await call(...request(members(form)))).result);
    } catch (failure) {
      complain(form, { message: failure.message, results: failure.results ?? [] });
    } finally {
      send.disabled = false;
    }
  });
}
