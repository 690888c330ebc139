/* Asks before something is changed that is not easily undone; a dialog of the browser, so the keyboard works. */
import { button, element } from "./dom.js";
import { t } from "./texts.js";

export function ask(question, yes, explanation = "") {
  return new Promise((resolve) => {
    const dialog = element("dialog", { class: "ask", "aria-labelledby": "ask-question" });
    const end = (answer) => { dialog.close(); dialog.remove(); resolve(answer); };
    dialog.append(
      element("h2", { id: "ask-question" }, question),
      element("p", {}, explanation),
      element("p", { class: "tools" },
        button(yes, { class: "first" }, () => end(true)),
        button(t("cancel"), {}, () => end(false))));
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); end(false); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/* Runs what a button does: the button waits, and a failure is told. Resolves to undefined after one. */
export async function attempt(control, work) {
  const { toast } = await import("./toasts.js");
  control.disabled = true;
  control.setAttribute("aria-busy", "true");
  try {
    return await work();
  } catch (failure) {
    toast("warning", failure.message);
    return undefined;
  } finally {
    control.disabled = false;
    control.removeAttribute("aria-busy");
  }
}
