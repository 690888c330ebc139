/* Texts, numbers and times in the reader's language. */
const texts = JSON.parse(document.getElementById("texts").textContent);
export const language = document.documentElement.lang;
const locale = language === "nb" ? "nb-NO" : "en-GB";
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/* A text by its name, with {0}, {1} filled in; an unknown name is shown as it is, so that it is noticed. */
export function t(name, ...values) {
  const text = texts[name] ?? name;
  return text.replace(/\{(\d)\}/g, (all, i) => values[i] ?? all);
}

/* What the server says in English, by the rules of class Told; a name in «» is the one of a form's field. */
const rules = texts.told.split("\n").filter((line) => line.includes(" => ")).map((line) => line.split(" => ", 2)).map(([pattern, instead]) => [new RegExp(pattern, "g"), instead]);
const member = (words) => words.replace(/ (\w)/g, (all, letter) => letter.toUpperCase());
const called = (name, words) => texts[`form.${member(words)}`]?.replace(/[,:].*/, "").replace(/.+/, "«$&»") ?? name;
const LONGEST_SENTENCE = 1000;
export function told(sentence) {
  const said = sentence ?? "";
  return said.length > LONGEST_SENTENCE
    ? said
    : rules.reduce((before, [pattern, instead]) => before.replace(pattern, instead), said).replace(/«([^»]*)»/g, called);
}

/* "1 alarm", "3 alarms": the names are name.1 and name.n. */
export const counted = (name, count) => t(`${name}.${count === 1 ? "1" : "n"}`, count);

export const number = (value) => (value === null || value === undefined ? "–" : oneDecimal.format(value));
export const percent = (share) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
export const significant = (value) =>
  value === null || value === undefined ? "–" : new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value);
export const capitalised = (label) => label.charAt(0).toUpperCase() + label.slice(1);

/* "2025-09-06 03:20", UTC. */
export const utc = (instant) => (instant ? new Date(instant).toISOString().slice(0, 16).replace("T", " ") : "");

/* The same moment where the viewer is, with the zone's name. */
export const local = (instant) =>
  instant ? `${new Date(instant).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" })} (${zone})` : "";

export const clockUtc = (now) => `${now.toISOString().slice(0, 19).replace("T", " ")} UTC`;
export const clockLocal = (now) =>
  now.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
