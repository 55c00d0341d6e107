import { text } from "./texts.js";

/** Asks before something is done; resolves to true where the person goes on. */
export function confirmed(question, action = text("js_yes")) {
  const dialog = document.createElement("dialog");
  const words = document.createElement("p");
  words.id = "question";
  words.append(question);
  dialog.setAttribute("aria-labelledby", words.id);
  const buttons = document.createElement("div");
  buttons.className = "actions";
  buttons.append(button(text("js_cancel"), "btn", "no"), button(action, "btn primary", "yes"));
  const form = document.createElement("form");
  form.method = "dialog";
  form.append(words, buttons);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

function button(words, style, value) {
  const made = document.createElement("button");
  made.className = style;
  made.value = value;
  made.append(words);
  return made;
}
