/* Sending one action at once and saying where it stands.

   send(url, values) posts form values (arrays become repeated fields) with the
   site's token (body[data-authenticator]) and answers the JSON of the server; it
   throws SaveError with the server's sentence. A lost connection is tried
   again three times (after 1, 2 and 4 s) before it is said (the error is then marked
   ``lost``; one that was answered has the answer as ``said``): give only actions that
   may safely arrive twice.

   [data-saving] elements show the state: data-state = idle | busy | saved | failed,
   with the words of data-word-busy, -saved, -failed.
   announce(text) speaks in the page's live region; toast(text, undo) also shows it,
   with a button « Annuler » that runs undo. */
import { say } from "./words.js";

export class SaveError extends Error {}

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

export async function send(url, values = {}, { retries = 3 } = {}) {
  show("busy");
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) body.append(name, one);
  body.set("_authenticator", document.body.dataset.authenticator || "");
  for (let turn = 0; ; turn += 1) {
    let answer;
    try {
      answer = await fetch(url, { method: "POST", body, headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" }, credentials: "same-origin" });
    } catch (lost) {
      if (turn < retries) { await pause(2 ** turn); continue; }
      show("failed");
      const gone = new SaveError(say("lost"));
      gone.lost = true;
      throw gone;
    }
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) { show("failed"); throw Object.assign(new SaveError(said.message || say("refused")), { said }); }
    show("saved");
    return said;
  }
}

export function show(state) {
  for (const place of document.querySelectorAll("[data-saving]")) {
    place.dataset.state = state;
    const word = place.dataset[`word${state[0].toUpperCase()}${state.slice(1)}`] || "";
    const hour = new Date().toLocaleTimeString("fr-BE", { hour: "numeric", minute: "2-digit" }).replace(":", " h ");
    place.textContent = state === "saved" ? say("savedAt", { word, hour }) : word;
  }
}

export function announce(text) { toast(text, null, 4); }

export function toast(text, undo = null, seconds = 8, kind = "info") {
  const place = document.querySelector("[data-toasts]");
  if (!place) return;
  const line = document.createElement("div");
  line.className = `notice notice-${kind}`;
  const words = document.createElement("p");
  words.textContent = text;
  line.append(words);
  if (undo) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm undo";
    button.textContent = say("undo");
    button.addEventListener("click", () => { line.remove(); undo(); });
    line.append(button);
  }
  place.append(line);
  setTimeout(() => line.remove(), seconds * 1000);
}
