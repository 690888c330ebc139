/* The few things that every script does with the page's elements. */
import { local, utc } from "./texts.js";

export const byId = (id) => document.getElementById(id);

/* Changes only what differs, so that screen readers and selections are left in peace. */
export function setText(element, text) {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

/* element("p", {class: "name", title: "..."}, child, "text"); attributes that are null or false are left out. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

export const mark = () => element("span", { class: "mark", "aria-hidden": "true" });

/* A time in UTC; the viewer's own stands in its title. */
export const time = (instant) => element("time", { datetime: instant, title: local(instant) }, `${utc(instant)}`);

export function button(text, attributes, onClick) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", onClick);
  return made;
}

/* Lets every list of choices show what the address asked for. */
export const chooseGiven = () => document.querySelectorAll("select[data-chosen]").forEach((list) => {
  if ([...list.options].some((option) => option.value === list.dataset.chosen)) { list.value = list.dataset.chosen; }
});
