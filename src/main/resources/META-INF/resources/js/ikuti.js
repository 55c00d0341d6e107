/* The reporter's own page and the receipt: remembered on this phone, copied, shared, and kept up to date while open. */
import { text } from "./texts.js";
import { toast } from "./toast.js";
import { remember } from "./mine.js";

const EVERY = 20_000;
const page = document.querySelector("[data-remember]");
const secretPath = location.pathname.split("/").slice(0, 3).join("/");
const { number, title, when } = page.dataset;

remember({ number, secretPath, title, when });

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const words = document.getElementById(button.dataset.copy).textContent.trim();
    try {
      await navigator.clipboard.writeText(words);
      toast(text("ikuti_js_copied"));
    } catch {
      select(document.getElementById(button.dataset.copy));
      toast(text("ikuti_js_copy_yourself"));
    }
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    /* Turning back from the share sheet is no error. */
    navigator.share({ title: document.title, text: number, url: button.dataset.share }).catch(() => {});
  });
}

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

const state = document.getElementById("keadaan");
if (state) follow();

/* The server says when to look; where no such line stands, the page looks by itself now and then. */
function follow() {
  const news = new EventSource(`${secretPath}/langsung`);
  news.addEventListener("open", refresh);
  news.addEventListener("message", (event) => event.data === "look" && refresh());
  setInterval(() => news.readyState !== EventSource.OPEN && refresh(), EVERY);
  document.addEventListener("visibilitychange", refresh);
}

function touched(field) {
  if (field.type === "file") return field.files.length > 0;
  if (field.type === "radio") return field.checked;
  return field.type !== "hidden" && Boolean(field.value.trim());
}

/* What is being written is never replaced under somebody's hands. */
async function refresh() {
  if (document.hidden || [...state.querySelectorAll("textarea, input")].some(touched)) return;
  const version = state.firstElementChild.dataset.version;
  try {
    const answer = await fetch(`${secretPath}/keadaan?version=${version}`);
    if (answer.status === 200) state.innerHTML = await answer.text();
  } catch {
    /* Without a network the page stays as it is; the next turn tries again. */
  }
}
