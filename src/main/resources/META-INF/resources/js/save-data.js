/* Whether to spare data: chosen on /saya and kept in a cookie, so that the server knows too; else what the browser says. */
export function savesData() {
  return choice() ?? Boolean(navigator.connection?.saveData);
}

/* Whether this page is a light one: for who saves data, and for everybody who chose nothing while the city's emergency mode is
   active. It never holds a photo back that somebody sends. */
export function isLight() {
  return savesData() || (choice() === undefined && document.documentElement.hasAttribute("data-light"));
}

function choice() {
  const chosen = document.cookie.match(/(?:^|; )hemat=([01])/)?.[1];
  return chosen === undefined ? undefined : chosen === "1";
}
