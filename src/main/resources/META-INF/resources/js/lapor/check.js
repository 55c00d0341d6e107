/* Everything once more, each with a way back to it, and the one button that sends. */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { remember } from "../mine.js";
import { note } from "../outbox/start.js";
import { kept } from "./kept.js";
import { keep, outcome } from "./keep.js";
import { stripOf } from "./photos.js";
import { bodyOf, send, titleOf } from "./send.js";
import { stepOf } from "./steps.js";

const HOURS_A_PROMISE_HOLDS = 6;

export function checkStep(form, draft, photos, steps) {
  const summary = form.querySelector("#ringkasan");
  const said = form.querySelector("#kiriman");
  const button = form.querySelector("#kirim");
  const label = [...button.childNodes];
  let sending = false;
  let unanswered = null;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!sending) deliver();
  });
  addEventListener("online", () => {
    if (unanswered && !sending && !form.querySelector('[data-step="check"]').hidden) deliver();
  });

  async function deliver() {
    steps.place.write();
    draft.save();
    busy(true);
    say("", text("lapor_js_sending"));
    if (await keep(form, draft, photos.photos())) return afterwards(await outcome(draft.id, underWay));
    return directly();
  }

  /* It is in the outbox: nothing can be lost any more, and the form is done. */
  function afterwards({ entry, isUnderWay }) {
    const isWhole = entry?.photos.every((photo) => photo.refused === undefined);
    if (entry?.state === "received" && isWhole) {
      note(entry);
      return location.assign(new URL(entry.receipt.receiptUrl).pathname);
    }
    if (entry?.state === "asked") return location.replace(`/lapor?buka=${entry.id}`);
    return kept(form, draft.id, isUnderWay);
  }

  function underWay({ sent, of }) {
    say("", of > 0 ? text("lapor_js_sent_photos", sent, of) : text("lapor_js_sending"));
    if (of > 0) said.querySelector("progress").value = sent / (of + 1);
  }

  async function directly() {
    const body = bodyOf(form, draft, photos.photos());
    let result = await send(body, progress);
    const changed = result.kind === "taken" && unanswered !== null;
    /* The first try had arrived after all: its own words again get its receipt. */
    if (changed) result = await send(unanswered, progress);
    if (result.kind === "unreachable") unanswered ??= body;
    busy(false);
    after(result, changed);
  }

  function after(result, changed) {
    switch (result.kind) {
      case "received":
        return received(result.receipt, changed);
      case "unreachable":
        return say("bad", text("lapor_js_unreachable"));
      case "asked":
        return asked(result.problem);
      case "taken":
        unanswered = null;
        draft.renew();
        return say("warning", text("lapor_js_taken"));
      case "later":
        return say("warning", result.problem?.detail ?? text("lapor_js_failed"));
      default:
        return say("bad", result.problem?.detail ?? text("lapor_js_failed"));
    }
  }

  /* What was changed after the first try is not in it: it stays on this phone as a draft, and the receipt says so. */
  async function received(receipt, changed) {
    busy(true);
    const path = new URL(receipt.followUrl).pathname;
    remember({ number: receipt.trackingNumber, secretPath: path, title: titleOf(form), when: receipt.receivedAt });
    if (changed) draft.renew();
    else await draft.clear();
    location.assign(new URL(receipt.receiptUrl).pathname + (changed ? "#perubahan" : ""));
  }

  /* The steps ask for everything themselves, so this is rare: a category that is gone, a photo that can't be read. */
  function asked(problem) {
    const first = problem?.errors?.[0];
    const step = stepOf(first?.field);
    if (!first) return say("bad", text("lapor_js_failed"));
    if (first.field === "id") draft.renew();
    say("warning", problem.errors.map((error) => error.detail).join(" "));
    if (step) {
      const fix = document.createElement("button");
      fix.type = "button";
      fix.className = "btn";
      fix.append(icon("pencil"), text("lapor_js_fix"));
      fix.addEventListener("click", () => visit(step));
      said.lastElementChild.append(fix);
    }
  }

  function progress(share) {
    const percent = Math.round(share * 100);
    say("", percent < 100 ? text("lapor_js_sent_so_far", percent) : text("lapor_js_arriving"));
    said.querySelector("progress").value = share;
  }

  function busy(is) {
    sending = is;
    button.setAttribute("aria-disabled", String(is));
    button.replaceChildren(...(is ? [text("js_sending")] : label));
    if (!is && unanswered) button.replaceChildren(icon("refresh-cw"), text("lapor_js_again"));
  }

  function say(style, words) {
    said.hidden = false;
    said.className = style ? `sending notice ${style}` : "sending";
    const line = document.createElement("span");
    line.append(words);
    if (style) {
      said.replaceChildren(icon(style === "bad" ? "wifi-off" : "info"), line);
      said.scrollIntoView({ block: "center" });
    } else {
      const bar = said.querySelector("progress") ?? document.createElement("progress");
      said.replaceChildren(line, bar);
    }
  }

  function visit(step) {
    form.dispatchEvent(new CustomEvent("step:visit", { detail: step }));
  }

  function draw() {
    const category = steps.about.category();
    const { description, address, name, contact, anonymous, confidential } = form.elements;
    const open = confidential.checked || !category.isPublic ? text("lapor_js_confidential") : text("lapor_js_open");
    const rows = [
      ["about", text("lapor_js_row_kind"), steps.about.kind()],
      ["about", text("lapor_js_row_about"), `${category.name} · ${category.agency}`],
      steps.photo.isNeeded() && ["photo", text("lapor_js_row_photo"), photos.photos().length > 0 ? stripOf(photos.photos()) : text("lapor_js_no_photo")],
      steps.place.isNeeded() && [
        "place",
        text("lapor_js_row_place"),
        [steps.place.inWords(), address.value.trim()].filter(Boolean).join(" · ") || text("lapor_js_no_place"),
      ],
      ["words", text("lapor_js_row_words"), description.value.trim()],
      ["sight", text("lapor_js_row_sight"), anonymous.checked ? `${open}. ${text("lapor_js_anonymous")}` : open],
      ["sight", text("lapor_js_row_name"), [name.value.trim(), contact.value.trim()].filter(Boolean).join(", ") || text("lapor_js_no_name")],
    ];
    summary.replaceChildren(...rows.filter(Boolean).map(row));
    promise();
  }

  /* By when the city promises it to be done, as the form says beside the kind or the category. One that was made long ago, and
     kept on the phone, would promise a day that is no longer true. */
  function promise() {
    const line = form.querySelector("#janji");
    const kind = form.querySelector('[name="kind"]:checked');
    const chosen = kind?.value === "COMPLAINT" ? form.querySelector('[name="category"]:checked') : kind;
    const words = chosen?.closest("label").querySelector("[data-promise]")?.textContent;
    const isFresh = Date.now() - Date.parse(form.dataset.made) < HOURS_A_PROMISE_HOLDS * 3_600_000;
    line.hidden = !words || !isFresh;
    line.querySelector("span").textContent = words ?? "";
  }

  function row([step, term, value]) {
    const item = document.createElement("div");
    const dt = document.createElement("dt");
    dt.append(term);
    const dd = document.createElement("dd");
    dd.dir = "auto";
    dd.append(value);
    const change = document.createElement("button");
    change.type = "button";
    change.className = "btn quiet";
    change.setAttribute("aria-label", text("lapor_js_change_what", term));
    change.append(text("lapor_js_change"));
    change.addEventListener("click", () => visit(step));
    const edit = document.createElement("dd");
    edit.append(change);
    item.append(dt, dd, edit);
    return item;
  }

  return { enter: draw, next: () => null };
}
