/*
 * The one connection that each page has: the states of all sensors, and all events; see docs/streams.md.
 * Listeners: onSensors(changed, removed) also for the first list, onSensorEvent(event), onSystemEvent(event),
 * onConnection("live" | "lost").
 */
export const sensors = new Map();
const listeners = { sensors: [], sensorEvent: [], systemEvent: [], connection: [] };
let attempts = 0;

export function onSensors(listener) {
  listeners.sensors.push(listener);
  if (sensors.size > 0) {
    listener([...sensors.values()], []);
  }
}
export const onSensorEvent = (listener) => listeners.sensorEvent.push(listener);
export const onSystemEvent = (listener) => listeners.systemEvent.push(listener);
export const onConnection = (listener) => listeners.connection.push(listener);

const tell = (kind, ...what) => listeners[kind].forEach((listener) => listener(...what));

function take(changed, removed) {
  changed.forEach((sensor) => sensors.set(sensor.id, sensor));
  removed.forEach((id) => sensors.delete(id));
  tell("sensors", changed, removed);
}

function receive(message) {
  const result = JSON.parse(message).result;
  if (Array.isArray(result)) {
    const there = new Set(result.map((sensor) => sensor.id));
    take(result, [...sensors.keys()].filter((id) => !there.has(id)));
  } else if (result.kind === "sensors") {
    take(result.sensors, result.removed);
  } else {
    tell(result.kind, result.event);
  }
}

export function connect() {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(`${scheme}//${location.host}/api/events/overview`);
  socket.addEventListener("message", (event) => {
    attempts = 0;
    receive(event.data);
    tell("connection", "live");
  });
  socket.addEventListener("close", () => {
    attempts += 1;
    tell("connection", "lost");
    setTimeout(connect, Math.min(15000, 500 * 2 ** attempts));
  });
}
