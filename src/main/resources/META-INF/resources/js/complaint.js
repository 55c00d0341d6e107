/* The page of a complaint: its map, its news, and handing it on. */
import { placeMap } from "./map.js";
import { onNews } from "./live.js";
import { text } from "./texts.js";
import { toast } from "./toast.js";

const page = document.querySelector("[data-number]");
const place = document.querySelector("[data-place]");

if (place) {
  const { lat, lon, progress } = place.dataset;
  placeMap(place, {
    position: { lat: Number(lat), lon: Number(lon) },
    progress,
    interactive: true,
    label: text("monitoring_js_place"),
  });
}

onNews(async (news) => {
  if (news.kind !== "look" && news.number !== page.dataset.number) return;
  const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
  if (answer.status === 404) location.reload();
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["keadaan", "kejadian", "foto"]) {
    const now = document.getElementById(part);
    const then = fresh.getElementById(part);
    if (now && then && now.innerHTML !== then.innerHTML) now.replaceWith(then);
  }
});

document.querySelector("[data-share]")?.addEventListener("click", async (event) => {
  const address = document.querySelector("link[rel=canonical]").href;
  const title = event.currentTarget.dataset.title;
  try {
    if (navigator.share) await navigator.share({ title, url: address });
    else {
      await navigator.clipboard.writeText(address);
      toast(text("monitoring_js_copied"));
    }
  } catch (failure) {
    if (failure.name !== "AbortError") toast(address);
  }
});
