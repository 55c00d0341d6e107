/* The first screen: what was sent from here and how it stands, what was put right nearby, and the offer to install. */
import { showMine } from "./mine.js";
import { renderOutbox } from "./outbox/list.js";
import { watch } from "./outbox/outbox.js";
import { offerInstall } from "./install.js";
import { text } from "./texts.js";
import { toast } from "./toast.js";

const section = document.querySelector(".mine");
const redraw = showMine(section.querySelector("[data-mine]"), (count) => (section.hidden = count === 0));
offerInstall();
renderOutbox(document.querySelector("[data-outbox]"));
watch(redraw);

const here = document.querySelector("[data-here]");
const solved = document.getElementById("selesai");
const heading = document.querySelector("[data-near]");

if ("geolocation" in navigator) {
  here.hidden = false;
  here.addEventListener("click", () => near(() => toast(text("home_js_no_position"))));
  /* Who has said yes before need not be asked again. */
  navigator.permissions
    ?.query({ name: "geolocation" })
    .then(({ state }) => state === "granted" && near(() => {}))
    .catch(() => {});
}

function near(failed) {
  here.setAttribute("aria-busy", "true");
  const settle = () => here.removeAttribute("aria-busy");
  navigator.geolocation.getCurrentPosition(
    async ({ coords }) => {
      try {
        /* Three decimals are a street, which is as much as this list has to know. */
        const at = new URLSearchParams({ lat: coords.latitude.toFixed(3), lon: coords.longitude.toFixed(3) });
        const answer = await fetch(`/beranda/selesai?${at}`);
        if (!answer.ok) throw new Error(String(answer.status));
        solved.innerHTML = await answer.text();
        heading.textContent = heading.dataset.near;
        here.hidden = true;
      } catch {
        failed();
      }
      settle();
    },
    () => {
      failed();
      settle();
    },
    { maximumAge: 600_000, timeout: 10_000 },
  );
}
