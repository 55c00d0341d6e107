/* What it is, a complaint, a wish or a question, and what that changes of what its category asks for: as the server does it. */
export const kindOf = (form) => form.elements.kind.value || "COMPLAINT";

/** Whether the form asks for a "photo" or a "place" now: required, optional or none; undefined while no category is chosen. */
export function wanted(form, what) {
  const asked = form.querySelector("input[name=category]:checked")?.dataset[what];
  const kind = kindOf(form);
  if (asked === undefined || kind === "COMPLAINT") return asked;
  if (kind === "INFORMATION" && what === "photo") return "none";
  return asked === "required" ? "optional" : asked;
}
