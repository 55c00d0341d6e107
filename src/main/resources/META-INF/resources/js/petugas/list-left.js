/* The list of cases as it was left, so that what leads back to it leads to the same filter. Of this tab only. */
const KEY = "sipakatau.daftar";

export function rememberList() {
  keep(location.pathname + location.search);
}

/** Forgets it, for the next person who signs in here. */
export function forgetList() {
  keep("");
}

function keep(address) {
  try {
    sessionStorage.setItem(KEY, address);
  } catch {
    /* A browser that keeps nothing leads back to the whole list. */
  }
}

function kept() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Links with data-list lead there. */
export function leadBack() {
  const address = kept();
  if (address?.startsWith("/operator?")) document.querySelectorAll("a[data-list]").forEach((link) => (link.href = address));
}
