/*
 * The camera of the page. A photo that is taken with it carries time, place and direction in its file, and nothing of the
 * picture is cut off: what the finder shows is what is kept.
 */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { exifOf } from "./exif-write.js";
import { withSegment } from "./exif.js";
import { measure } from "./sensors.js";

const SIZE = { width: { ideal: 2560 }, height: { ideal: 1920 } };
const QUALITY = 0.88;
const WAIT_FOR_PLACE = 1500;

export function canShoot() {
  return Boolean(navigator.mediaDevices?.getUserMedia && globalThis.HTMLDialogElement);
}

/**
 * Opens the camera over the whole screen.
 *
 * @param usePhone called where the person chooses the phone's own camera instead
 * @returns a File, or null where none was taken
 */
export function shoot(usePhone) {
  return new Promise((resolve) => {
    const { dialog, video, said, place, shutter, flip, torch, close, other } = view();
    let facing = "environment";
    let stream = null;
    let taken = null;
    const sensors = measure(showPlace);

    document.body.append(dialog);
    dialog.showModal();
    start();

    shutter.addEventListener("click", take);
    flip.addEventListener("click", () => {
      facing = facing === "environment" ? "user" : "environment";
      start();
    });
    torch.addEventListener("click", toggleTorch);
    close.addEventListener("click", () => dialog.close());
    other.addEventListener("click", () => {
      dialog.close();
      usePhone();
    });
    document.addEventListener("visibilitychange", wake);
    dialog.addEventListener("close", () => {
      document.removeEventListener("visibilitychange", wake);
      stop();
      sensors.stop();
      dialog.remove();
      resolve(taken);
    });

    async function start() {
      stop();
      say(text("lapor_js_camera_opening"));
      try {
        const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: facing }, ...SIZE }, audio: false });
        if (!dialog.open) return opened.getTracks().forEach((track) => track.stop());
        stream = opened;
        video.srcObject = opened;
        await video.play();
        shutter.removeAttribute("aria-disabled");
        say("");
        await offer();
      } catch (error) {
        if (dialog.open) failed(error);
      }
    }

    /* Cameras have to be counted after one was allowed: before, browsers tell nothing of them. */
    async function offer() {
      const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
      flip.hidden = cameras.length < 2;
      torch.hidden = !track()?.getCapabilities?.().torch;
      torch.setAttribute("aria-pressed", "false");
    }

    function failed(error) {
      stop();
      say(error.name === "NotAllowedError" ? text("lapor_js_camera_denied") : text("lapor_js_camera_failed"));
      other.hidden = false;
      other.focus();
    }

    async function take() {
      if (shutter.getAttribute("aria-disabled") === "true") return;
      shutter.setAttribute("aria-disabled", "true");
      const at = new Date();
      const direction = sensors.direction();
      const jpeg = await frame(video);
      const position = await sensors.soon(WAIT_FOR_PLACE);
      if (!jpeg) return failed(new Error("no picture"));
      const name = `SIPAKATAU-${at.toISOString().slice(0, 19).replace(/\D/g, "")}.jpg`;
      taken = new File([withSegment(jpeg, exifOf({ at, position, direction }))], name, { type: "image/jpeg", lastModified: at.getTime() });
      dialog.close();
    }

    async function toggleTorch() {
      const on = torch.getAttribute("aria-pressed") !== "true";
      try {
        await track().applyConstraints({ advanced: [{ torch: on }] });
        torch.setAttribute("aria-pressed", String(on));
      } catch {
        torch.hidden = true;
      }
    }

    /* A phone takes the camera away while another app is in front. */
    function wake() {
      if (document.visibilityState === "visible" && track()?.readyState === "ended") start();
    }

    function showPlace(kind, position) {
      place.replaceChildren(icon(kind === "at" ? "map-pin" : "map-pin-off"), kind === "at" ? text("lapor_js_camera_at", Math.round(position.accuracy)) : text("lapor_js_camera_nowhere"));
    }

    function say(words) {
      said.textContent = words;
      said.hidden = words === "";
    }

    function stop() {
      shutter.setAttribute("aria-disabled", "true");
      stream?.getTracks().forEach((each) => each.stop());
      stream = null;
      video.srcObject = null;
    }

    function track() {
      return stream?.getVideoTracks()[0];
    }
  });
}

async function frame(video) {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  if (canvas.width === 0) return null;
  canvas.getContext("2d").drawImage(video, 0, 0);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  canvas.width = canvas.height = 0;
  return blob && new Uint8Array(await blob.arrayBuffer());
}

function view() {
  const dialog = document.createElement("dialog");
  dialog.className = "camera-view";
  dialog.setAttribute("aria-label", text("lapor_js_camera"));
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.setAttribute("aria-hidden", "true");
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  const place = document.createElement("p");
  place.className = "place";
  place.setAttribute("role", "status");
  place.append(icon("locate-fixed"), text("lapor_js_camera_locating"));
  const close = button("close", "x", text("lapor_js_camera_close"));
  const torch = button("torch", "zap", text("lapor_js_camera_torch"));
  const flip = button("flip", "switch-camera", text("lapor_js_camera_flip"));
  const shutter = button("shutter", "camera", text("lapor_js_camera_shoot"));
  shutter.autofocus = true;
  torch.hidden = flip.hidden = true;
  const other = document.createElement("button");
  other.type = "button";
  other.className = "btn primary other";
  other.hidden = true;
  other.append(icon("camera"), text("lapor_js_camera_other"));
  const controls = document.createElement("div");
  controls.className = "controls";
  const tools = document.createElement("div");
  tools.append(torch, flip);
  controls.append(close, shutter, tools);
  dialog.append(video, said, other, place, controls);
  return { dialog, video, said, place, shutter, flip, torch, close, other };
}

function button(name, glyph, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.setAttribute("aria-label", words);
  made.append(icon(glyph));
  return made;
}
