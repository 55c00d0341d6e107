import { text } from "../texts.js";
import { icon } from "../icon.js";

/** Says that an earlier draft goes on, and offers to begin anew. */
export function resumed(form, draft) {
  const notice = document.createElement("div");
  notice.className = "notice resumed";
  notice.setAttribute("role", "status");
  const words = document.createElement("span");
  words.append(text("lapor_js_resumed"));
  const anew = document.createElement("button");
  anew.type = "button";
  anew.className = "btn quiet";
  anew.append(icon("rotate-ccw"), text("lapor_js_anew"));
  anew.addEventListener("click", async () => {
    await draft.clear();
    history.replaceState(null, "");
    location.assign("/lapor");
  });
  notice.append(icon("history"), words, anew);
  form.before(notice);
  let shown = 0;
  form.addEventListener("step:shown", () => {
    if (++shown > 1) notice.remove();
  });
}
