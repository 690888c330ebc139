/* Shows how far jobs are; when one of them ends, the page is shown anew. */
import { get } from "/layout/api.js";

const shown = [...document.querySelectorAll("[data-job]")];

async function look() {
  for (const place of shown) {
    const job = await get(`/jobs/${place.dataset.job}`).catch(() => null);
    if (job && job.endedAt) {
      location.reload();
      return;
    }
    if (job) {
      const share = Math.floor(100 * job.progress);
      place.querySelector("progress").value = share;
      place.querySelector("[data-show='share']").textContent = `${share} %`;
    }
  }
  setTimeout(look, 1000);
}

if (shown.length > 0) {
  look();
}
