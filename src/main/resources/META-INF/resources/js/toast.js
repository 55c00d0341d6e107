import { text } from "./texts.js";
import { icon } from "./icon.js";

/** Says something briefly at the foot of the screen; it is read out and stays long enough to be read. */
export function toast(words) {
  const place = document.querySelector(".toasts");
  const message = document.createElement("p");
  message.className = "toast";
  message.append(words);
  place.append(dismissable(message));
}

/** Adds the closing button, and takes the message away after a while. */
export function dismissable(message) {
  const close = document.createElement("button");
  close.type = "button";
  close.setAttribute("aria-label", text("js_close"));
  close.append(icon("x"));
  close.addEventListener("click", () => message.remove());
  message.append(close);
  setTimeout(() => message.remove(), Math.max(5000, message.textContent.length * 90));
  return message;
}
