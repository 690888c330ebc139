/* What all administrators' pages do beyond their links and forms. */
const menu = document.getElementById("menu");
if (menu && window.matchMedia("(max-width: 64rem)").matches) {
  menu.open = false;
}
/* A filter that is chosen is applied at once; a text when it is entered. */
document.querySelectorAll("form.narrow select").forEach((select) =>
  select.addEventListener("change", () => select.form.requestSubmit()));
/* Addresses stay short: what is empty is not sent. */
document.querySelectorAll("form.narrow").forEach((form) =>
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === "") {
        event.formData.delete(name);
      }
    }
  }));
document.querySelector("[data-wrong='true'] :is(input, select, textarea)")?.focus();
