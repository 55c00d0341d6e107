/* Where it is: a point under the pin, an area by name, or nowhere. The hidden fields say what will be sent. */
import { text } from "../texts.js";
import { wanted } from "./kind.js";
import { tooLong } from "./words.js";
import { pointOnMap } from "./point.js";

export function placeStep(form, photos) {
  const section = form.querySelector('[data-step="place"]');
  const point = section.querySelector("#titik");
  const area = section.querySelector("#wilayah");
  const address = section.querySelector("#alamat");
  const nowhere = section.querySelector("#tanpa");
  const without = section.querySelector("[data-without]");
  const kelurahan = form.elements.kelurahan;
  const map = pointOnMap(section, form, photos);

  section.addEventListener("change", (event) => {
    if (event.target.name === "way") choose();
  });
  kelurahan.addEventListener("change", write);
  section.addEventListener("place:point", write);
  section.addEventListener("place:way", (event) => {
    form.elements.way.value = event.detail;
    choose();
  });

  const isRequired = () => wanted(form, "place") === "required";
  const isNeeded = () => wanted(form, "place") !== "none";

  function choose() {
    const way = form.elements.way.value;
    point.hidden = way !== "point";
    area.hidden = way !== "area";
    address.hidden = way === "none";
    nowhere.hidden = way !== "none";
    if (way === "point") map.open();
    write();
  }

  /** Puts what was chosen into the fields that are sent. */
  function write() {
    const way = form.elements.way.value;
    const place = map.place();
    const use = way === "point" && place && isNeeded();
    form.elements.latitude.value = use ? place.lat.toFixed(6) : "";
    form.elements.longitude.value = use ? place.lon.toFixed(6) : "";
    form.elements.accuracy.value = use && place.from === "device" && place.accuracy ? place.accuracy.toFixed(1) : "";
    form.elements.positionSource.value = use ? (place.from === "device" ? "GPS" : "PIN") : way === "area" && kelurahan.value ? "AREA" : "NONE";
    form.dispatchEvent(new CustomEvent("step:changed"));
  }

  return {
    isNeeded,
    enter() {
      without.hidden = isRequired();
      if (isRequired() && form.elements.way.value === "none") form.elements.way.value = "point";
      choose();
    },
    problem() {
      const way = form.elements.way.value;
      if (way === "point") {
        if (map.place() && map.found()?.within === "outside") return { words: outside(map.found()) };
        if (!map.place() && isRequired()) return { words: text("lapor_js_point") };
      }
      if (way === "area" && !kelurahan.value) return { field: kelurahan, words: text("lapor_js_area") };
      if (way === "none" && isRequired()) return { words: text("lapor_js_point") };
      return tooLong(form.elements.address);
    },
    next: () =>
      form.elements.way.value === "point" && !map.place() && !isRequired() ? text("lapor_js_without_place") : text("lapor_js_next"),
    write,
    /** What was chosen, in words; null for nowhere. */
    inWords() {
      const way = form.elements.way.value;
      if (way === "area") {
        const option = kelurahan.selectedOptions[0];
        return kelurahan.value ? text("lapor_js_in", option.textContent, option.parentElement.dataset.name) : null;
      }
      return way === "point" && map.place() ? map.inWords() : null;
    },
  };

  function outside({ regency }) {
    const more = isRequired() ? text("lapor_js_outside_required") : text("lapor_js_outside_free");
    return `${regency ? text("lapor_js_outside_in", regency) : text("lapor_js_outside")} ${more}`;
  }
}
