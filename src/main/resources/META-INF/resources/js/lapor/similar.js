/*
 * Public complaints that may be about the same. They are shown if they come at once; without a network, or on a slow line,
 * the form goes on as if there were none.
 */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { toast } from "../toast.js";
import { kindOf } from "./kind.js";

const PATIENCE = 4000;

export function similarOnes(form, draft, place) {
  const box = form.querySelector("#serupa");
  let shown = null;

  box.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-support]");
    if (button) support(button);
  });

  async function show() {
    place.write();
    const asked = question();
    if (asked === shown) return;
    shown = asked;
    box.replaceChildren();
    if (!asked || !navigator.onLine) return;
    try {
      const answer = await fetch(`/lapor/serupa?${asked}`, { signal: AbortSignal.timeout(PATIENCE) });
      const html = answer.ok ? await answer.text() : "";
      if (shown === asked) box.innerHTML = html;
    } catch {
      if (shown === asked) shown = null;
    }
  }

  function question() {
    const { category, positionSource, latitude, longitude, kelurahan } = form.elements;
    if (!category.value || !place.isNeeded()) return null;
    const about = { jenis: kindOf(form), kategori: category.value };
    /* Four decimals are ten metres. */
    const short = (degrees) => Number(degrees.value).toFixed(4);
    if (latitude.value) return new URLSearchParams({ ...about, lat: short(latitude), lon: short(longitude) }).toString();
    if (positionSource.value === "AREA") return new URLSearchParams({ ...about, kelurahan: kelurahan.value }).toString();
    return null;
  }

  async function support(button) {
    const path = `/aduan/${button.dataset.support}`;
    button.disabled = true;
    try {
      const answer = await fetch(`${path}/dukungan`, { method: "POST", body: new URLSearchParams() });
      if (!answer.ok) throw new Error(String(answer.status));
      thank(button, path);
    } catch {
      button.disabled = false;
      toast(text("lapor_js_support_failed"));
    }
  }

  /* What was written stays until its writer says that it is not needed any more. */
  function thank(button, path) {
    const thanks = document.createElement("div");
    thanks.className = "notice good supported";
    thanks.tabIndex = -1;
    const words = document.createElement("span");
    words.append(text("lapor_js_supported"));
    const away = document.createElement("button");
    away.type = "button";
    away.className = "btn";
    away.append(text("lapor_js_supported_done"));
    away.addEventListener("click", async () => {
      await draft.clear();
      location.assign(path);
    });
    const follow = document.createElement("a");
    follow.className = "btn";
    follow.href = `${path}/kabar`;
    follow.append(icon("bell"), text("lapor_js_supported_follow"));
    thanks.append(icon("circle-check"), words, follow, away);
    button.replaceWith(thanks);
    thanks.focus();
  }

  return show;
}
