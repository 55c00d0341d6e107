/* How to install; with a button where the browser can be asked to. */
import { installButton, isInstalled } from "./install.js";

const installed = document.querySelector("[data-installed]");
installed.hidden = !isInstalled();
installButton(document.querySelector("[data-do]"), () => (installed.hidden = false));
