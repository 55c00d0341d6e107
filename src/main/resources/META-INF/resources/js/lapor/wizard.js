/* One step at a time, with a line of progress. Each step is a place in the browser's history, so that its back button works. */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { stepOf } from "./steps.js";

/**
 * @param steps by name, in the order of the form: {isNeeded?(), problem?(), enter?(), next?()}; problem() returns
 *     {field, words} if the step can't be left yet, next() the words of its button or null for none
 */
export function wizard(form, steps, draft) {
  const names = Object.keys(steps);
  const section = (name) => form.querySelector(`[data-step="${name}"]`);
  const { head, line, where, back } = makeHead();
  const bar = makeBar();
  form.before(head);
  form.append(bar.element);

  back.addEventListener("click", () => history.back());
  bar.button.addEventListener("click", forward);
  addEventListener("popstate", (event) => show(reachable(event.state?.step)));
  form.addEventListener("step:next", forward);
  form.addEventListener("step:visit", (event) => visit(event.detail));
  form.addEventListener("keydown", (event) => {
    /* Enter in a field goes on, it never sends the form half-way. */
    if (event.key === "Enter" && event.target.matches("input:not([type=radio], [type=checkbox], [type=file])")) {
      event.preventDefault();
      if (!event.target.matches("[type=search]")) forward();
    }
  });

  let current = names[0];

  const needed = () => names.filter((name) => steps[name].isNeeded?.() ?? true);

  /* A step can be shown once all before it are done; a reload or an old address may ask for a later one. */
  function reachable(wanted) {
    const open = needed();
    const missing = open.find((name) => name !== "check" && steps[name].problem?.());
    const last = missing === undefined ? open.length - 1 : open.indexOf(missing);
    const index = open.indexOf(wanted);
    return open[Math.max(0, Math.min(index, last))];
  }

  /** Shows the step where the draft was left, with the steps before it in the history. */
  function begin() {
    if (history.state?.step) return show(reachable(history.state.step));
    const open = needed();
    const goal = open.indexOf(reachable(draft.step ?? names[0]));
    history.replaceState({ step: open[0] }, "");
    for (const name of open.slice(1, goal + 1)) history.pushState({ step: name }, "");
    show(open[goal]);
  }

  function forward() {
    const problem = steps[current].problem?.();
    if (problem) return tell(problem);
    if (history.state?.editing) return history.back();
    const open = needed();
    const next = open[open.indexOf(current) + 1];
    if (next) go(next);
  }

  function go(name, more) {
    history.pushState({ step: name, ...more }, "");
    show(name);
  }

  /* From the last step to one that is to be changed, and straight back. */
  function visit(name) {
    go(name, { editing: true });
  }

  function show(name) {
    clear();
    current = name;
    draft.step = name;
    draft.save();
    const open = needed();
    for (const each of names) section(each).hidden = each !== name;
    where.textContent = text("lapor_js_step", open.indexOf(name) + 1, open.length);
    line.replaceChildren(...open.map((each, index) => part(index, open.indexOf(name))));
    back.hidden = name === open[0];
    steps[name].enter?.();
    relabel();
    form.dispatchEvent(new CustomEvent("step:shown"));
    scrollTo(0, 0);
    section(name).querySelector("h2").focus({ preventScroll: true });
  }

  /* A step whose next() is null goes on by itself, once something in it was chosen. */
  function relabel() {
    const words = steps[current].next ? steps[current].next() : text("lapor_js_next");
    bar.element.hidden = words === null;
    bar.button.replaceChildren(history.state?.editing ? text("lapor_js_done") : (words ?? ""));
  }
  form.addEventListener("step:changed", relabel);

  function tell({ field, words }) {
    clear();
    const message = document.createElement("p");
    message.className = "error";
    message.id = "step-error";
    message.setAttribute("role", "alert");
    message.append(icon("circle-alert"), words);
    const at = field?.closest(".field") ?? section(current).querySelector("h2");
    at.after(message);
    field?.setAttribute("aria-invalid", "true");
    field?.setAttribute("aria-errormessage", message.id);
    (field ?? section(current).querySelector("h2")).focus();
    message.scrollIntoView({ block: "center" });
  }

  /** Goes to what the server asks for, with its sentences beside the fields. */
  function ask({ errors = [], detail }) {
    const known = errors.filter(({ field }) => stepOf(field));
    const step = known.length > 0 ? stepOf(known[0].field) : "check";
    const words = known.filter(({ field }) => stepOf(field) === step).map((error) => error.detail);
    if (step !== current) visit(step);
    const field = form.elements[known[0]?.field];
    const isSeen = field instanceof HTMLElement && field.checkVisibility?.() !== false && field.type !== "hidden";
    tell({ field: isSeen ? field : undefined, words: words.join(" ") || detail || text("lapor_js_failed") });
  }

  function clear() {
    form.querySelector("#step-error")?.remove();
    for (const field of form.querySelectorAll("[aria-errormessage=step-error]")) {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-errormessage");
    }
  }
  form.addEventListener("input", clear);

  return { begin, show, reachable, ask };
}

function makeHead() {
  const head = document.createElement("div");
  head.className = "step-head";
  const back = document.createElement("button");
  back.type = "button";
  back.className = "btn quiet icon-only";
  back.setAttribute("aria-label", text("lapor_js_back"));
  back.append(icon("arrow-left"));
  const where = document.createElement("p");
  where.className = "where";
  const line = document.createElement("ol");
  line.className = "wizard-line";
  line.setAttribute("aria-hidden", "true");
  head.append(back, where, line);
  return { head, line, where, back };
}

function part(index, now) {
  const item = document.createElement("li");
  if (index < now) item.className = "done";
  if (index === now) item.setAttribute("aria-current", "step");
  return item;
}

function makeBar() {
  const element = document.createElement("div");
  element.className = "step-bar";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn primary big wide";
  element.append(button);
  return { element, button };
}
