/* The point on the map: measured by the phone, taken from a photo, or set by moving the map under the pin. */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { createMap, pickPlace, whereabouts } from "../map.js";

/** A position that is less exact than this many metres is worth a second look. */
const VAGUE = 100;

export function pointOnMap(section, form, photos) {
  const box = section.querySelector("#peta");
  const said = section.querySelector("#temuan");
  let chosen = fromForm(form.elements);
  let found = null;
  let pick = null;
  let opening = null;
  let asked = new AbortController();

  const fromPhoto = photoButton();

  /** Shows the map; it is loaded when it is first needed. */
  async function open() {
    offerPhoto();
    opening ??= make().catch(() => {
      opening = null;
      say("wifi-off", text("lapor_js_no_map"), "warning", elsewhere());
    });
    return opening;
  }

  async function make() {
    const map = await createMap(box, { position: chosen, zoom: 17, label: text("lapor_js_map") });
    pick = pickPlace(map, { position: chosen, accuracy: chosen?.accuracy, onChange: moved, onRefused: refused });
    if (chosen) name();
    else say("map-pin", text("lapor_js_move_map"));
  }

  function moved(place) {
    /* A map that is out of sight moves by itself only. */
    if (box.clientWidth === 0) return;
    chosen = place;
    found = null;
    box.classList.add("chosen");
    section.dispatchEvent(new CustomEvent("place:point"));
    name();
  }

  /** Asks in which kelurahan the point lies; only the answer to the newest question counts. */
  async function name() {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    say("loader", text("lapor_js_locating"));
    try {
      const answer = await whereabouts(chosen.lat, chosen.lon, { signal });
      if (signal.aborted) return;
      found = answer;
      tell();
    } catch (error) {
      if (error.name !== "AbortError") say("map-pin", text("lapor_js_point_later"), "good");
    }
  }

  function tell() {
    if (found.within === "outside") {
      say("triangle-alert", found.regency ? text("lapor_js_outside_in", found.regency) : text("lapor_js_outside"), "warning", elsewhere());
    } else {
      const vague = chosen.from === "device" && chosen.accuracy > VAGUE;
      say("map-pin", inWords(), "good", vague ? small(text("lapor_js_vague", Math.round(chosen.accuracy))) : null);
    }
  }

  /* Other ways than a point: an area by name, or no place where none is needed. */
  function elsewhere() {
    const ways = document.createElement("span");
    ways.className = "actions";
    ways.append(way("area", text("lapor_js_choose_area")));
    if (!section.querySelector("[data-without]").hidden) ways.append(way("none", text("lapor_js_send_without")));
    return ways;
  }

  function way(name, words) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.append(words);
    button.addEventListener("click", () => section.dispatchEvent(new CustomEvent("place:way", { detail: name })));
    return button;
  }

  function refused(error) {
    const denied = error?.code === 1;
    say("map-pin-off", denied ? text("lapor_js_gps_denied") : text("lapor_js_gps_failed"), "warning", elsewhere());
  }

  /* A photo chosen at home still knows where it was taken. */
  function offerPhoto() {
    fromPhoto.hidden = !photoPlace();
  }

  function usePhoto() {
    const place = photoPlace();
    if (pick && place) pick.moveTo(place);
    /* The phone did not measure it now, so it counts as a pin. */
    chosen = { ...place, from: "pin" };
    section.dispatchEvent(new CustomEvent("place:point"));
  }

  function photoPlace() {
    return photos.photos().find((photo) => photo.place)?.place;
  }

  function photoButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn wide";
    button.append(icon("image"), text("lapor_js_photo_place"));
    button.addEventListener("click", usePhoto);
    said.before(button);
    return button;
  }

  function say(glyph, words, style = "", more = null) {
    said.className = `found ${style}`;
    const line = document.createElement("span");
    line.append(words);
    if (more) line.append(more);
    said.replaceChildren(icon(glyph), line);
  }

  function inWords() {
    if (!found?.kelurahan) return text("lapor_js_point_only");
    return text(found.within === "near" ? "lapor_js_near" : "lapor_js_in", found.kelurahan.name, found.kecamatan.name);
  }

  return { open, inWords, place: () => chosen, found: () => found };
}

function small(words) {
  const element = document.createElement("small");
  element.append(words);
  return element;
}

function fromForm({ latitude, longitude, accuracy, positionSource }) {
  if (!latitude.value || !longitude.value) return undefined;
  return {
    lat: Number(latitude.value),
    lon: Number(longitude.value),
    accuracy: accuracy.value ? Number(accuracy.value) : undefined,
    from: positionSource.value === "GPS" ? "device" : "pin",
  };
}
