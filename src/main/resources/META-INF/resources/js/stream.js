/*
 * News from the server, for as long as the page is open. A browser reconnects by itself where the line broke, but gives up for
 * good where the answer is no stream, as a proxy's is while the program behind it starts anew; then this begins again.
 */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 5 * 60 * 1000;

/** @param hear {open, error, message} are called as of an EventSource, message with what the news say */
export function listen(address, { open, error = () => {}, message }) {
  let source;
  let timer = 0;
  let pause = FIRST_PAUSE;

  function begin() {
    source = new EventSource(address);
    source.addEventListener("open", () => {
      pause = FIRST_PAUSE;
      open();
    });
    source.addEventListener("message", (event) => message(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      error();
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(begin, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    });
  }

  begin();
  addEventListener("pagehide", () => {
    clearTimeout(timer);
    source.close();
  });
  addEventListener("pageshow", (event) => event.persisted && begin());
}
