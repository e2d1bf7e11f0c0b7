/* A text typed on the spot: [data-draft] (the address it is sent to) becomes a place
   to write. Each pause in the typing sends it with the version that was read
   (data-revision); until the server has answered it is also kept in the browser, by
   what it is about (data-about), and is there again after a reload. When somebody else
   wrote meanwhile both texts are offered and nothing is thrown away unasked.
   The words are data-word-label, -restored, -conflict, -mine, -theirs. */
import { recall, remember } from "./keeping.js";
import { send, toast } from "./saving.js";

const PAUSE = 700;

export function watchDrafts(root) {
  for (const place of root.querySelectorAll("[data-draft]")) write(place);
}

function write(place) {
  const name = `text:${place.dataset.about}`;
  const served = place.innerHTML;
  let timer = null;
  let busy = false;
  place.setAttribute("contenteditable", "true");
  place.setAttribute("role", "textbox");
  place.setAttribute("aria-multiline", "true");
  place.setAttribute("aria-label", place.dataset.wordLabel);
  place.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  place.addEventListener("input", () => { keep(); later(PAUSE); });
  window.addEventListener("online", () => { if (recall(name)) later(0); });
  window.addEventListener("beforeunload", (event) => { if (recall(name) || timer || busy) event.preventDefault(); });

  function keep() { remember(name, { revision: place.dataset.revision, html: place.innerHTML }); }
  function later(delay) { clearTimeout(timer); timer = setTimeout(save, delay); }

  async function save() {
    timer = null;
    if (busy) { later(PAUSE); return; }
    busy = true;
    const html = place.innerHTML;
    try {
      const said = await send(place.dataset.draft, { point: place.dataset.about, texte: html, revision: place.dataset.revision });
      place.dataset.revision = said.revision;
      if (place.innerHTML === html) remember(name, null);
      else { keep(); later(PAUSE); }
    } catch (refusal) {
      if (refusal.lost) later(5000);
      else if (refusal.said?.texte !== undefined) offer(refusal.message, refusal.said.texte, refusal.said.revision);
      else toast(refusal.message, null, 14, "late");
    }
    busy = false;
  }

  function offer(words, theirs, revision) {
    place.parentNode.querySelector("[data-draft-conflict]")?.remove();
    const box = document.createElement("div");
    box.className = "notice notice-late";
    box.setAttribute("role", "alert");
    box.dataset.draftConflict = "";
    const said = document.createElement("p");
    said.textContent = `${words} ${place.dataset.wordConflict}`;
    const other = new DOMParser().parseFromString(theirs, "text/html").body.textContent.trim();
    const quote = document.createElement("blockquote");
    quote.textContent = other;
    said.append(quote);
    box.append(said);
    for (const [word, act] of [[place.dataset.wordMine, mine], [place.dataset.wordTheirs, taken]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-sm";
      button.textContent = word;
      button.addEventListener("click", () => { box.remove(); place.dataset.revision = revision; act(); });
      box.append(button);
    }
    place.before(box);
    function mine() { keep(); later(0); }
    function taken() { place.innerHTML = theirs; remember(name, null); }
  }

  const kept = recall(name);
  if (!kept || kept.html === served) { remember(name, null); return; }
  place.innerHTML = kept.html;
  if (kept.revision === place.dataset.revision) {
    toast(place.dataset.wordRestored, null, 8, "wait");
    later(0);
  } else offer(place.dataset.wordRestored, served, place.dataset.revision);
}
