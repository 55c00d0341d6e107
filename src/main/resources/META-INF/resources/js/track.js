/* The complaints that were sent from this phone, remembered on it alone. */
import { showMine } from "./mine.js";

const section = document.querySelector(".mine");
showMine(section.querySelector("[data-mine]"), (count) => (section.hidden = count === 0));
