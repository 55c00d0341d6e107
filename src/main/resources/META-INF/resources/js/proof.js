/*
 * Proof of the work: the camera of the page takes it with time and place, and it is looked at as soon as it is there. Without
 * this script, or where no camera opens, the same fields and buttons do it.
 */
import { canShoot, shoot } from "./lapor/camera.js";

const camera = document.getElementById("kamera");
const gallery = document.getElementById("galeri");
const look = document.getElementById("unggah");
let usesPhone = false;

if (canShoot()) {
  camera.addEventListener("click", async (event) => {
    if (!event.isTrusted || usesPhone) return;
    event.preventDefault();
    const shot = await shoot(() => {
      usesPhone = true;
      camera.click();
    });
    camera.focus();
    if (!shot) return;
    const files = new DataTransfer();
    files.items.add(shot);
    camera.files = files.files;
    send();
  });
}
for (const input of [camera, gallery]) {
  input.addEventListener("change", () => input.files.length > 0 && send());
}

/* With all that was typed, which comes back with the answer. */
function send() {
  look.form.requestSubmit(look);
}
