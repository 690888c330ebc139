/* The style sheet's colours for what is drawn on a canvas; asked anew when light changes to dark. */
const probe = document.createElement("span");
probe.hidden = true;
document.body.append(probe);

export function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

/* The same colour, partly transparent. */
export const faint = (name, share) => colour(name).replace(/^rgba?\(([^)]+)\)$/, (all, parts) => `rgb(${parts.split(/[ ,/]+/).slice(0, 3).join(" ")} / ${share})`);

export function onColours(listener) {
  window.addEventListener("themechange", listener);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", listener);
}
