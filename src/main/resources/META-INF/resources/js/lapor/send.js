/*
 * Sending a complaint directly, all of it in one request, where it can't be kept on the phone first. The same id goes with
 * every try, and the server answers a repetition with the first answer.
 */
const ADDRESS = "/api/v1/complaints";
const SILENCE = 60_000;
const FIELDS = ["kind", "category", "description", "latitude", "longitude", "accuracy", "positionSource", "address", "name", "contact"];

/** The fields of the form as they are sent, by name. */
export function fieldsOf(form) {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  if (fields.positionSource === "AREA") fields.kelurahan = form.elements.kelurahan.value;
  for (const name of ["anonymous", "confidential"]) if (form.elements[name].checked) fields[name] = "on";
  return fields;
}

/** The first words, which stand for a complaint in a list. */
export function titleOf(form) {
  return [...form.elements.description.value.trim().split("\n")[0]].slice(0, 72).join("");
}

/** What is sent in one request: the fields of the form as they stand, and the photos. */
export function bodyOf(form, draft, photos) {
  const body = new FormData();
  body.append("id", draft.id);
  for (const [name, value] of Object.entries(fieldsOf(form))) body.append(name, value);
  for (const { source, name, type, bytes } of photos) {
    body.append(source, new File([bytes], name, { type }));
  }
  return body;
}

/**
 * Sends it and tells what became of it: {kind, ...} with kind "received" (receipt), "asked" (problem.errors to put
 * right), "taken" (another complaint has this id), "later" (problem), "refused" (problem), or "unreachable" when there
 * was no answer and nobody can know whether it arrived.
 *
 * @param onProgress called with the share that has left this phone, 0 to 1
 */
export function send(body, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENCE);
    };
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      listen();
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener("loadend", () => {
      clearTimeout(silence);
      resolve(outcome(request));
    });
    request.open("POST", ADDRESS);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
    listen();
  });
}

function outcome(request) {
  if (request.status === 0) return { kind: "unreachable" };
  const answer = parsed(request.responseText);
  switch (request.status) {
    case 200:
    case 201:
      /* A network that asks for a login answers everything with a page of its own. */
      return answer?.trackingNumber ? { kind: "received", receipt: answer } : { kind: "unreachable" };
    case 409:
      return { kind: "taken", problem: answer };
    case 422:
      return { kind: "asked", problem: answer };
    case 429:
      return { kind: "later", problem: answer };
    case 502:
    case 503:
    case 504:
      return { kind: "unreachable" };
    default:
      return { kind: "refused", problem: answer };
  }
}

function parsed(words) {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}
