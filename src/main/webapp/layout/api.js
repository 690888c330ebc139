/* Requests to the API; a failure becomes an error with the message for people. */
import { told } from "./texts.js";

export async function call(method, path, body) {
  const options = { method, headers: { Accept: "application/json" } };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const answer = await fetch(`/api${path}`, options);
  const text = await answer.text();
  const members = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    const results = (members.results ?? []).map((one) => ({ ...one, message: told(one.message) }));
    const failure = new Error(results.map((one) => one.message).join(" ") || told(members.detail ?? `${answer.status}`));
    failure.status = answer.status;
    failure.results = results;
    throw failure;
  }
  return members;
}

/* Whether who looks may ask for a change, by the server's table of access: what they may not is not offered. */
const changes = new Set(document.body.dataset.may.split(","));
export const may = (method, path) => changes.has(`${method} ${path}`);

export const get = async (path) => (await call("GET", path)).result;
