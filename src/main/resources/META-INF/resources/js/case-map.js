/* The agency's open cases on the map; a marker leads to its case. */
import { complaintLayer, createMap } from "./map.js";
import { text } from "./texts.js";
import { listen } from "./stream.js";
import { toast } from "./toast.js";

const box = document.getElementById("peta");
const failed = () => toast(text("handling_js_map_failed"));

createMap(box, { gestures: "page", label: text("handling_js_map") })
  .then((map) => {
    const layer = complaintLayer(map, {
      source: `/operator/peta/kasus.json?${box.dataset.query}`,
      onOpen: (one) => location.assign(`/operator/aduan/${one.no}`),
      onFailure: failed,
    });
    let waiting = 0;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => layer.refresh(), 300);
    };
    /* What was missed while there was no line too. */
    listen("/operator/live", { open: soon, message: ({ kind }) => kind === "changed" && soon() });
  })
  .catch(failed);
