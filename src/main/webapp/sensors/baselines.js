/* What a sensor is compared with: versions, going back to one, and the jobs that make new ones. */
import { byId, button, element, setText, time } from "/layout/dom.js";
import { ask, attempt } from "/layout/ask.js";
import { call, get, may } from "/layout/api.js";
import { number, percent, t, told } from "/layout/texts.js";
import { toast } from "/layout/toasts.js";

const SHOWN_JOBS = 5;
const LOOK_AGAIN = 1000;
const OPEN = ["queued", "running"];

export function showBaselines(id, onProcedures) {
  async function rollBack(version, control) {
    if (!(await ask(t("baseline.askBack", version.version), t("baseline.back"), t("baseline.askBackWhy", version.baseline.name)))) { return; }
    if (await attempt(control, () => call("POST", `/sensors/${id}/baselines/rollback`, { version: version.version }))) {
      toast("alert_success", t("baseline.wentBack", version.version));
      await readVersions();
    }
  }

  function versionRow(version, i) {
    const back = i === 0 ? element("span", { class: "chip" }, t("baseline.inForce"))
      : may("POST", "/sensors/*/baselines/rollback") && button(t("baseline.back"), { class: "small", "aria-label": `${t("baseline.back")}: ${version.version}` }, (event) => rollBack(version, event.currentTarget));
    return element("tr", {}, element("th", { scope: "row" }, `${version.version}`), element("td", {}, version.baseline.name),
      element("td", {}, t("baseline.numbers", version.baseline.length, number(version.baseline.mean))),
      element("td", {}, told(version.reason)), element("td", {}, time(version.since)), element("td", {}, back || ""));
  }

  async function readVersions() {
    byId("versions").replaceChildren(...(await get(`/sensors/${id}/baselines`)).map(versionRow));
  }

  function jobRow(job) {
    const open = OPEN.includes(job.state);
    return element("li", { "data-job": job.state },
      element("p", {}, element("b", {}, t(`job.${job.kind}`)), job.dryRun ? ` (${t("job.dryRun")})` : "", ` · ${t(`jobState.${job.state}`)} · `, time(job.createdAt)),
      open ? element("p", { class: "tools" }, element("progress", { max: 1, value: job.progress, "aria-label": t(`job.${job.kind}`) }), ` ${percent(job.progress)} `,
        may("DELETE", "/jobs/*") ? button(t("job.cancel"), { class: "small" }, (event) => attempt(event.currentTarget, () => call("DELETE", `/jobs/${job.id}`)).then(readJobs)) : "")
        : element("p", { class: "soft" }, told(job.summary ?? "")));
  }

  let waiting = null;
  let wasOpen = false;
  async function readJobs() {
    clearTimeout(waiting);
    const mine = (await get("/jobs?limit=200")).filter((job) => job.sensorId === id).slice(0, SHOWN_JOBS);
    byId("jobs").replaceChildren(...mine.map(jobRow));
    const open = mine.some((job) => OPEN.includes(job.state));
    if (open) { waiting = setTimeout(readJobs, LOOK_AGAIN); } else if (wasOpen) { await readVersions(); }
    wasOpen = open;
  }

  async function readProcedures() {
    const all = await get(`/sensors/${id}/procedures`);
    setText(byId("procedures-count"), t("procedure.count", all.filter((it) => it.outcome === "learned").length));
    byId("procedures").replaceChildren(...all.reverse().map((it) => element("li", {},
      element("p", {}, time(it.beganAt), " – ", it.endedAt ? time(it.endedAt) : t("procedure.open"), ` · ${t(`procedure.${it.outcome}`)}`),
      ...(it.outcome === "learned" && may("DELETE", "/sensors/*/procedures/*") ? [button(t("procedure.undo"), { class: "small" }, async (event) => {
        if (await attempt(event.currentTarget, () => call("DELETE", `/sensors/${id}/procedures/${it.id}`))) { await Promise.all([readProcedures(), onProcedures()]); }
      })] : []))));
  }

  for (const kind of ["selection", "augmentation"]) {
    byId(kind)?.addEventListener("click", async (event) => {
      const dryRun = byId("dry-run").checked;
      if (await attempt(event.currentTarget, () => call("POST", `/sensors/${id}/baselines/${kind}?dryRun=${dryRun}`))) { wasOpen = true; await readJobs(); }
    });
  }
  document.addEventListener("baselinechange", () => { readVersions(); readProcedures(); });
  return Promise.all([readVersions(), readJobs(), readProcedures()]);
}
