/* A button that copies what stands in the field beside it. */
import { text } from "./texts.js";
import { toast } from "./toast.js";

for (const box of document.querySelectorAll("[data-copy]")) {
  const input = box.querySelector("input");
  input.addEventListener("focus", () => input.select());
  box.querySelector("button").addEventListener("click", async () => {
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      toast(text("identity_js_copied"));
    } catch {
      toast(text("identity_js_copy_yourself"));
    }
  });
}
