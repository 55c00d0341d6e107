/* The complaints that were sent from this phone, remembered on it alone. */
import { renderMine } from "./mine.js";

const section = document.querySelector(".mine");
section.hidden = !renderMine(section.querySelector("[data-mine]"));
