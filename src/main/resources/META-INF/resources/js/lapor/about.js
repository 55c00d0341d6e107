/* To whom and what about: an agency and its category, or a few words that lead to suggestions. */
import { CARRIED } from "../carried.js";
import { language, text } from "../texts.js";
import { icon } from "../icon.js";
import { kindOf } from "./kind.js";

const MOST = 5;

export function aboutStep(form) {
  const section = form.querySelector('[data-step="about"]');
  const boxes = [...section.querySelectorAll("input[name=category]")];
  const search = section.querySelector("#cari-hal");
  const list = section.querySelector("#saran");
  const index = boxes.map(entry);
  openWanted();

  search.addEventListener("input", () => suggest(search.value));
  section.addEventListener("change", (event) => {
    if (event.target.name === "category") chosen(event.target);
    form.dispatchEvent(new CustomEvent("step:changed"));
  });
  /* A tap chooses and goes on; with arrow keys one may look around first. */
  section.addEventListener("click", (event) => {
    const box = event.target.closest(".choice")?.querySelector("input[name=category]");
    if (box && event.target === box && event.detail > 0 && !isEmergency()) goOn();
  });

  /* As the server does it; a page from the phone's own copy knows nothing of its address. */
  function openWanted() {
    const wanted = new URLSearchParams(location.search).get("dinas");
    const agency = [...section.querySelectorAll("details")].find((each) => each.dataset.agency === wanted);
    if (agency) agency.open = true;
  }

  /* Who is quicker, and has gone on by the button meanwhile, is not taken a step further. */
  function goOn() {
    setTimeout(() => section.hidden || form.dispatchEvent(new CustomEvent("step:next")), 160);
  }

  const checked = () => boxes.find((box) => box.checked);
  const isEmergency = () => checked()?.dataset.emergency === "true";

  /* Whoever is in danger should call first; the report goes to the agency at once all the same. */
  function chosen(box) {
    section.querySelector("#telepon")?.remove();
    if (box.dataset.emergency !== "true") return;
    const number = section.dataset.call;
    const notice = document.createElement("div");
    notice.id = "telepon";
    notice.className = "notice bad";
    notice.setAttribute("role", "status");
    const words = document.createElement("div");
    words.className = "stack tight";
    const head = document.createElement("b");
    head.append(text("lapor_js_emergency"));
    const call = document.createElement("a");
    call.className = "btn danger";
    call.href = `tel:${number}`;
    call.append(icon("phone"), text("lapor_js_call", number));
    words.append(head, text("lapor_js_emergency_more"), call, lane(box));
    notice.append(icon("siren"), words);
    box.closest(".choice").after(notice);
    notice.scrollIntoView({ block: "nearest" });
  }

  /* The lane rings in the control room, and begins with what is known already. */
  function lane(box) {
    const link = document.createElement("a");
    link.className = "btn danger";
    link.href = "/darurat";
    link.append(icon("siren"), text("lapor_js_lane"));
    link.addEventListener("click", () => {
      try {
        sessionStorage.setItem(CARRIED, JSON.stringify({ words: "", category: box.value, agency: box.dataset.agency }));
      } catch {
        /* A browser that keeps nothing opens the lane empty. */
      }
    });
    return link;
  }

  function suggest(typed) {
    const words = plain(typed).split(" ").filter((word) => word.length > 1);
    const found = words.length === 0 ? [] : best(index, plain(typed), words);
    section.classList.toggle("searching", words.length > 0);
    list.replaceChildren(...found.map(suggestion));
    if (words.length > 0 && found.length === 0) {
      const nothing = document.createElement("p");
      nothing.className = "hint";
      nothing.append(text("lapor_js_no_suggestion"));
      list.append(nothing);
      section.classList.remove("searching");
    }
  }

  function suggestion({ box, name, agency, glyph }) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "choice";
    const words = document.createElement("span");
    const head = document.createElement("b");
    head.append(name);
    const under = document.createElement("small");
    under.append(agency);
    words.append(head, under);
    button.append(icon(glyph), words);
    button.addEventListener("click", () => {
      search.value = "";
      suggest("");
      box.closest("details").open = true;
      box.checked = true;
      box.dispatchEvent(new Event("change", { bubbles: true }));
      if (isEmergency()) box.closest(".choice").scrollIntoView({ block: "center" });
      else goOn();
    });
    return button;
  }

  return {
    enter() {
      const box = checked();
      if (box) {
        box.closest("details").open = true;
        chosen(box);
      }
    },
    problem() {
      if (!checked()) return { words: text("lapor_js_choose") };
      return isEmergency() && kindOf(form) !== "COMPLAINT" ? { words: text("lapor_js_kind_emergency") } : null;
    },
    next: () => (checked() ? text("lapor_js_next") : null),
    /** What was chosen of the kinds, in words. */
    kind: () => form.querySelector("input[name=kind]:checked").closest(".choice").querySelector("b").textContent,
    /** The chosen category: {id, name, agency, glyph, photo, place, isPublic}. */
    category() {
      const box = checked();
      if (!box) return null;
      const { name, agency, glyph } = index.find((each) => each.box === box);
      const { photo, place } = box.dataset;
      return { id: box.value, name, agency, glyph, photo, place, isPublic: box.dataset.public === "true" };
    },
  };
}

function entry(box) {
  const choice = box.closest(".choice");
  const details = box.closest("details");
  const name = choice.querySelector("b").textContent;
  return {
    box,
    name,
    agency: details.dataset.name,
    glyph: details.dataset.icon,
    phrases: [name, ...choice.dataset.words.split("|")].map(plain),
    text: plain(`${name} ${choice.querySelector("small").textContent}`),
  };
}

/* A phrase that was typed whole counts most, then one that begins so, then single words. */
function best(index, typed, words) {
  return index
    .map((entry) => ({ ...entry, score: score(entry, typed, words) }))
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, language))
    .filter((entry, _, [first]) => entry.score > 0 && entry.score >= first.score / 3)
    .slice(0, MOST);
}

function score({ phrases, text }, typed, words) {
  let sum = 0;
  for (const phrase of phrases) {
    if (` ${typed} `.includes(` ${phrase} `)) sum += 6 + phrase.length;
    else if (phrase.startsWith(typed)) sum += 5;
  }
  for (const word of words) {
    if (phrases.some((phrase) => ` ${phrase} `.includes(` ${word} `))) sum += 3;
    else if (word.length > 2 && phrases.some((phrase) => ` ${phrase}`.includes(` ${word}`))) sum += 2;
    else if (word.length > 3 && text.includes(word)) sum += 1;
  }
  return sum;
}

function plain(words) {
  return words
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
