/* Dialogs and questions before something that can not be taken back.

   data-dialog="<id>"    on a button: opens <dialog id="<id>">; [data-close] closes it.
   data-confirm="…"      on a form or a submit button: asks the sentence first.
   Without script the form is sent at once: the server asks nothing twice. */
import { say } from "./words.js";

let asked = null;

export function watchDialogs(root) {
  root.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
    if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  });
  root.addEventListener("submit", (event) => {
    const sentence = event.submitter?.dataset.confirm || event.target.dataset.confirm;
    if (!sentence || asked === event.target) { asked = null; return; }
    event.preventDefault();
    confirmThen(sentence, event.submitter?.textContent.trim() || say("goOn"), () => {
      asked = event.target;
      event.target.requestSubmit(event.submitter);
    });
  });
}

/* Ask ``sentence``; run ``then`` when the person answers with ``verb``. */
export function confirmThen(sentence, verb, then) {
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  dialog.setAttribute("aria-label", sentence);
  const words = document.createElement("p");
  words.textContent = sentence;
  const answers = document.createElement("div");
  answers.className = "actions";
  answers.append(answer(say("undo"), "btn", () => dialog.close()), answer(verb, "btn btn-primary", () => { dialog.close(); then(); }));
  dialog.append(words, answers);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function answer(word, classes, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = classes;
  button.textContent = word;
  button.addEventListener("click", act);
  return button;
}
