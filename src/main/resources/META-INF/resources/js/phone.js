/* What makes the site an app on a phone: the worker that keeps it, told in which language and whether with the map. */
import { isLight, savesData } from "./save-data.js";

try {
  localStorage.setItem("sipakatau.hemat", savesData() ? "1" : "0");
} catch {
  /* A browser that keeps nothing has no outbox either. */
}

/* The page itself comes first; its copy for later is made once it has come to rest. */
const REST = 3000;

if ("serviceWorker" in navigator && !document.body.classList.contains("console")) {
  addEventListener("load", () => setTimeout(register, REST));
}

async function register() {
  try {
    await navigator.serviceWorker.register("/sw.js", { type: "module" });
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ kind: "language", language: document.documentElement.lang });
    if (!isLight()) active.postMessage({ kind: "map" });
  } catch (failure) {
    /* A browser without workers of this kind, or one that keeps nothing: the site works as a site. */
    console.warn("No worker:", failure.message);
  }
}
