/* Who sees what: two switches, and beside them what the public and the agency will see, drawn from the form as it is. */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { stripOf } from "./photos.js";
import { adviceOn } from "./signs.js";
import { tooLong } from "./words.js";

const SHORT = 160;

export function sightStep(form, photos, about, place) {
  const views = form.querySelector("#pandangan");
  const advice = form.querySelector("#anjuran");
  advice.querySelector("button").addEventListener("click", () => form.dispatchEvent(new CustomEvent("step:visit", { detail: "words" })));
  form.querySelector('[data-step="sight"]').addEventListener("input", draw);

  function draw() {
    views.replaceChildren(forPublic(), forAgency());
    suggest();
  }

  /* A suggestion only: the switches stay as they are. It goes once nothing is left to say. */
  function suggest() {
    const words = adviceOn(form.elements, about.category());
    if (words === advice.dataset.words) return;
    advice.hidden = words === null;
    if (words === null) delete advice.dataset.words;
    else advice.dataset.words = words;
    advice.querySelector("span").textContent = words ?? "";
  }

  function forPublic() {
    const category = about.category();
    if (form.elements.confidential.checked) return view("lock", text("lapor_js_public"), [hidden(text("lapor_js_public_confidential"))]);
    if (category && !category.isPublic) return view("lock", text("lapor_js_public"), [hidden(text("lapor_js_public_never"))]);
    return view("eye", text("lapor_js_public"), [
      subject(category),
      quoted(),
      ...(place.inWords() ? [line("map-pin", place.inWords())] : []),
      ...pictures(),
      line("eye-off", text("lapor_js_public_name"), true),
    ]);
  }

  function forAgency() {
    const category = about.category();
    const { address, name, contact } = form.elements;
    const person = [name.value.trim(), contact.value.trim()].filter(Boolean).join(", ");
    const seen = person ? line("user", person) : line("user", text("lapor_js_no_name"), true);
    return view("building-2", text("lapor_js_agency", category?.agency ?? ""), [
      subject(category),
      quoted(),
      ...(place.inWords() ? [line("map-pin", [place.inWords(), address.value.trim()].filter(Boolean).join(" · "))] : []),
      ...pictures(),
      form.elements.anonymous.checked ? line("eye-off", text("lapor_js_agency_anonymous"), true) : seen,
    ]);
  }

  function subject(category) {
    const head = document.createElement("b");
    head.append(category?.name ?? "");
    return head;
  }

  function quoted() {
    const words = [...form.elements.description.value.trim()];
    const quote = document.createElement("p");
    quote.dir = "auto";
    quote.append(words.length > SHORT ? `${words.slice(0, SHORT).join("")}…` : words.join(""));
    return quote;
  }

  function pictures() {
    return photos.photos().length > 0 ? [stripOf(photos.photos())] : [];
  }

  return {
    enter: draw,
    problem: () => tooLong(form.elements.name) ?? tooLong(form.elements.contact),
  };
}

function view(glyph, title, parts) {
  const card = document.createElement("section");
  card.className = "card roomy view";
  const head = document.createElement("h3");
  head.append(icon(glyph), title);
  card.append(head, ...parts);
  return card;
}

function hidden(words) {
  const line = document.createElement("p");
  line.className = "soft";
  line.append(words);
  return line;
}

function line(glyph, words, soft = false) {
  const element = document.createElement("p");
  element.className = soft ? "fact soft" : "fact";
  const span = document.createElement("span");
  span.append(words);
  element.append(icon(glyph), span);
  return element;
}
