/* Whether to spare data: chosen on /saya and kept in a cookie, so that the server knows too; else what the browser says. */
export function savesData() {
  const chosen = document.cookie.match(/(?:^|; )hemat=([01])/)?.[1];
  return chosen === undefined ? Boolean(navigator.connection?.saveData) : chosen === "1";
}
