/* Passkeys: registering this device for an account, and signing in with it. Where a browser has none, nothing is offered. */
import { text } from "./texts.js";

const offered = document.querySelector("[data-passkey]");
if (offered && window.PublicKeyCredential) offer(offered);

function offer(element) {
  element.hidden = false;
  const act = element.dataset.passkey === "enter" ? enter : register;
  const button = element.querySelector("button");
  const said = element.querySelector("[role=alert]");
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.hidden = true;
    try {
      await act();
    } catch (fault) {
      said.textContent = words(fault);
      said.hidden = false;
    }
    button.disabled = false;
  });
}

async function enter() {
  const options = await post("/akun/masuk/kunci/tawaran");
  const used = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge) } });
  const wanted = document.querySelector("input[name=ke]")?.value;
  const query = wanted ? `?ke=${encodeURIComponent(wanted)}` : "";
  const { next } = await post(`/akun/masuk/kunci${query}`, credential(used));
  location.assign(next);
}

async function register() {
  const options = await post("/akun/kunci/tawaran");
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
    },
  });
  await post("/akun/kunci", credential(made));
  location.reload();
}

/* The device turned back or has none; or the server said why not, in words. */
function words(fault) {
  if (fault.detail) return fault.detail;
  if (fault.name === "InvalidStateError") return text("kunci_js_known");
  return text(fault.name === "NotAllowedError" ? "kunci_js_turned_back" : "kunci_js_failed");
}

async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Accept": "application/json", "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (answer.status === 204) return null;
  const said = await answer.json();
  if (!answer.ok) throw said;
  return said;
}

/* As RegistrationResponseJSON and AuthenticationResponseJSON of the standard, which older browsers cannot write yet. */
function credential({ id, rawId, type, response, authenticatorAttachment }) {
  const parts = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) parts[name] = base64(response[name]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return { id, rawId: base64(rawId), type, response: parts, authenticatorAttachment, clientExtensionResults: {} };
}

function bytes(base64) {
  const plain = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function base64(buffer) {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
