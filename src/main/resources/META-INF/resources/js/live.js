/* News of public complaints from the server, for as long as the page is open. */

/**
 * Calls for each piece of news {kind, number, agency}: kind is "new", "changed", or "look" when something may have been
 * missed. The browser reconnects by itself; what happened meanwhile is asked for with a "look".
 */
export function onNews(call) {
  let broken = false;
  const source = new EventSource("/live");
  source.addEventListener("message", (event) => {
    const news = JSON.parse(event.data);
    if (news.kind !== "alive") call(news);
  });
  source.addEventListener("error", () => (broken = true));
  source.addEventListener("open", () => {
    if (broken) call({ kind: "look", number: "", agency: "" });
    broken = false;
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
