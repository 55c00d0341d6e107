/* The console worked with the keyboard alone; the same links, boxes and forms as without. */

/**
 * @param list holds the cases, each with data-number
 * @param bulk the form of what is done with the chosen ones
 * @param changed called when a case was chosen or released
 */
export function caseKeys(list, bulk, changed) {
  const all = () => [...list.querySelectorAll("[data-number]")];
  const current = () => document.activeElement?.closest?.("[data-number]");
  const link = (one) => one.querySelector("a[href]");

  function move(step) {
    const cases = all();
    const at = cases.indexOf(current());
    const next = cases[at < 0 ? 0 : Math.min(Math.max(at + step, 0), cases.length - 1)];
    link(next)?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  function choose(one = current()) {
    const box = one?.querySelector(".pick input");
    if (!box) return;
    box.checked = !box.checked;
    changed();
  }

  /** With chosen cases all of them begin; without, the one in hand. */
  function start() {
    if (list.querySelector(".pick :checked")) bulk.requestSubmit(bulk.querySelector("[value=mulai]"));
    else current()?.querySelector("form[action$='/start']")?.requestSubmit();
  }

  function assign() {
    if (!list.querySelector(".pick :checked")) choose();
    if (list.querySelector(".pick :checked")) bulk.querySelector("select").focus();
  }

  const KEYS = {
    j: () => move(1),
    k: () => move(-1),
    x: () => choose(),
    s: start,
    a: assign,
    "/": () => document.querySelector("#saring [type=search]").focus(),
    "?": () => document.getElementById("tombol").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    /* A closed dialog keeps the focus until the next frame; what is pressed by then is meant for the console. */
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog[open]")) return;
    const act = KEYS[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
