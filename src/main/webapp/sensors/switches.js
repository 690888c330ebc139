/* What people set for a sensor: on the dashboard or not, an operation disturbs it or not. */
import { byId, setText } from "/layout/dom.js";
import { attempt } from "/layout/ask.js";
import { call } from "/layout/api.js";
import { t } from "/layout/texts.js";

const buttons = { pin: ["pin", "pinned"], feedback: ["interactive-feedback-mode", "interactiveFeedbackMode"] };

export function offerSwitches(id, onFeedback) {
  for (const [name, [path, member]] of Object.entries(buttons)) {
    const control = byId(name);
    control?.addEventListener("click", async () => {
      const changed = await attempt(control, () => call("PATCH", `/sensors/${id}/${path}/toggle`));
      if (changed) {
        const on = changed.result.configuration[member];
        control.setAttribute("aria-pressed", String(on));
        setText(control, t(`${name}.${on ? "on" : "off"}`));
        if (name === "feedback") {
          byId("feedback-note").dataset.on = String(on);
          await onFeedback();
          document.dispatchEvent(new Event("baselinechange"));
        }
      }
    });
  }
}
