/*
 * A stream of the API (docs/streams.md): onItem for each item, onAgain after a connection was lost and made anew,
 * onRefused(reason) when the server does not serve it. Returns a function that ends it.
 */
const REFUSED = 4400;

export function stream(path, { onItem, onAgain = () => {}, onRefused = () => {} }) {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  let attempts = 0;
  let ended = false;
  let socket = null;

  function open(again) {
    socket = new WebSocket(`${scheme}//${location.host}/api${path}`);
    socket.addEventListener("open", () => again && onAgain());
    socket.addEventListener("message", (event) => {
      attempts = 0;
      const result = JSON.parse(event.data).result;
      (Array.isArray(result) ? result : [result]).forEach(onItem);
    });
    socket.addEventListener("close", (event) => {
      if (event.code >= REFUSED) {
        onRefused(event.reason);
      } else if (!ended) {
        attempts += 1;
        setTimeout(() => ended || open(true), Math.min(15000, 500 * 2 ** attempts));
      }
    });
  }

  open(false);
  return () => { ended = true; socket.close(); };
}
