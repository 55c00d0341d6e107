/* What every page does once JavaScript is there. All of it also works without. */
import { text } from "./texts.js";
import { dismissable, toast } from "./toast.js";
import { confirmed } from "./confirm.js";

document.documentElement.classList.add("js");
document.querySelectorAll(".toast").forEach(dismissable);

/* What holds until a time goes with it, also from a page that stays open or that the phone has kept. */
document.querySelectorAll("[data-until]").forEach((each) => setTimeout(() => each.remove(), Number(each.dataset.until) - Date.now()));

/* Where the links of a console don't fit, the one of this page is in sight. */
const links = document.querySelector(".top-links");
const here = links?.querySelector("[aria-current]");
if (here) links.scrollLeft = here.offsetLeft - links.offsetLeft - (links.clientWidth - here.offsetWidth) / 2;

/* A form with data-confirm="question" asks first; no form is sent twice. */
const agreed = new WeakSet();

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const button = event.submitter;
  const question = button?.dataset.confirm ?? form.dataset.confirm;
  if (form.method === "dialog") return;
  if (form.dataset.sending) {
    event.preventDefault();
  } else if (question && !agreed.delete(form)) {
    event.preventDefault();
    if (await confirmed(question, button?.textContent.trim())) {
      agreed.add(form);
      form.requestSubmit(button);
    }
  } else if (form.method === "post" && !event.defaultPrevented) {
    guard(form, button);
  }
});

/** Marks a form as being sent; the button keeps its value, since a disabled one would not be sent. */
function guard(form, button) {
  form.dataset.sending = "yes";
  if (!button) return;
  button.dataset.words = button.innerHTML;
  button.setAttribute("aria-disabled", "true");
  button.textContent = text("js_sending");
}

function release(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[data-words]")) {
    button.innerHTML = button.dataset.words;
    button.removeAttribute("aria-disabled");
    delete button.dataset.words;
  }
}

/* Going back shows the page as it was left, so its forms have to be usable again. */
addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(release));
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});

/* Answers to htmx that are errors are problem details, put into words already. */
document.addEventListener("htmx:responseError", (event) => {
  let words = text("js_failed");
  try {
    words = JSON.parse(event.detail.xhr.responseText).detail ?? words;
  } catch {
    /* Not ours: a proxy in between may have answered. */
  }
  toast(words);
});
document.addEventListener("htmx:sendError", () => toast(text("js_offline")));

/* An open menu closes on Escape and on a click elsewhere. */
document.addEventListener("click", (event) => closeMenus((menu) => !menu.contains(event.target)));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus((menu) => menu.contains(document.activeElement));
});

function closeMenus(which) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (which(menu)) {
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    }
  }
}

/* "2 jam lalu" stays true while the page is open; after a week the date stands. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function ago(passed) {
  if (passed < MINUTE) return text("ago_now");
  if (passed < HOUR) return text("ago_minutes", Math.floor(passed / MINUTE));
  if (passed < DAY) return text("ago_hours", Math.floor(passed / HOUR));
  return text("ago_days", Math.floor(passed / DAY));
}

setInterval(() => {
  for (const time of document.querySelectorAll("time[data-ago]")) {
    const passed = Date.now() - Date.parse(time.dateTime);
    if (passed < 7 * DAY) time.textContent = ago(passed);
  }
}, 30_000);

/* What waits on this phone is sent from every page that the public sees, once the page itself is there. */
if (!document.body.classList.contains("console")) {
  const send = () => import("./outbox/start.js");
  if (document.readyState === "complete") send();
  else addEventListener("load", send);
}
