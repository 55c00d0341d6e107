/*
 * The complaints that were sent from this phone, remembered on it alone: no account is needed to find them again.
 * Whoever holds the phone can open them, so each can be forgotten.
 */
import { language, text } from "./texts.js";
import { icon } from "./icon.js";

const KEY = "sipakatau.mine";
const MOST = 50;

/**
 * @param complaint.number tracking number
 * @param complaint.secretPath path of the reporter's own page
 * @param complaint.title first words
 * @param complaint.when ISO instant
 */
export function remember(complaint) {
  const others = mine().filter((each) => each.number !== complaint.number);
  write([complaint, ...others].slice(0, MOST));
}

/** What was sent from this phone, newest first. */
export function mine() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(({ secretPath }) => secretPath?.startsWith("/ikuti/")) : [];
  } catch {
    return [];
  }
}

export function forget(number) {
  write(mine().filter((each) => each.number !== number));
}

/**
 * Shows them as a list in an element; the page embeds the texts that begin with mine_js_.
 *
 * @returns whether there are any
 */
export function renderMine(element) {
  const complaints = mine();
  const list = document.createElement("ul");
  list.className = "items";
  list.append(...complaints.map((complaint) => item(complaint, element)));
  element.replaceChildren(list);
  return complaints.length > 0;
}

function item({ number, secretPath, title, when }, element) {
  const card = document.createElement("li");
  card.className = "card item";
  const what = document.createElement("div");
  what.className = "what";
  const head = document.createElement("h3");
  const link = document.createElement("a");
  link.className = "cover";
  link.href = secretPath;
  link.dir = "auto";
  link.append(title || number);
  head.append(link);
  const small = document.createElement("small");
  const day = new Date(when).toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric" });
  small.append(`${number} · ${day}`);
  what.append(head, small);
  card.append(what, forgetButton(number, element));
  return card;
}

function forgetButton(number, element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn quiet icon-only";
  button.setAttribute("aria-label", text("mine_js_forget", number));
  button.append(icon("x"));
  button.addEventListener("click", () => {
    forget(number);
    renderMine(element);
  });
  return button;
}

function write(complaints) {
  try {
    localStorage.setItem(KEY, JSON.stringify(complaints));
  } catch {
    /* A browser that keeps nothing: the receipt shows the link to be saved. */
  }
}
