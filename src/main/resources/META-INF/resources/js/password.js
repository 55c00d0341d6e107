/* A button beside each password that shows what was typed: on a phone one mistypes more often than one is watched. */
import { icon } from "./icon.js";

for (const box of document.querySelectorAll("[data-password]")) {
  const input = box.querySelector("input");
  const button = document.createElement("button");
  button.type = "button";
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-label", shown ? box.dataset.hide : box.dataset.show);
    button.replaceChildren(icon(shown ? "eye-off" : "eye"));
  };
  button.addEventListener("click", () => show(input.type === "password"));
  input.form.addEventListener("submit", () => show(false));
  show(false);
  box.append(button);
}
