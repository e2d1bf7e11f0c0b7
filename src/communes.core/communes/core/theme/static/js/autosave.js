/* A work surface: every change is sent at once, one after the other, and the parts
   of the page that follow from it are drawn anew by the server.

   form[data-autosave]   sent as soon as a control of it changes or a button is
                         pressed; without script the same form is sent whole.
   form[data-autosave="submit"]  sent only by its buttons (texts, counts).
   [data-live][id]       parts that are replaced by those of the fresh page. A part
                         with a text being written in is left alone.
   [data-refresh]        while it is there the live parts are asked for every 5 s.
   [data-keep]           whose surface this is: what was not answered is also kept in
                         the browser under that name, with the revision that was
                         read, and goes on from there after a reload or a crash.
   Nothing is lost when the connection is: what was not answered stays in line, the
   page says so, tries again every five seconds and when the network returns, and
   asks before one leaves. A refusal of the server is shown and the page redrawn. */
import { remember, recall } from "./keeping.js";
import { say } from "./words.js";
import { send, show, toast } from "./saving.js";

const line = [];
let busy = false;

export function watchWork(root) {
  if (!root.querySelector("form[data-autosave]")) return;
  root.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-autosave]");
    if (!form || form.dataset.autosave === "submit" || event.target.closest("[data-later]")) return;
    put(form, event.target.name, null);
  });
  root.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-autosave]");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    put(form, null, event.submitter);
  });
  window.addEventListener("online", work);
  window.addEventListener("beforeunload", (event) => { if (line.length) event.preventDefault(); });
  setInterval(() => {
    if (root.querySelector("[data-refresh]") && !busy && !line.length) redraw({ quiet: true }).catch(() => {});
  }, 5000);
  const kept = recall("line") || [];
  if (!kept.length) return;
  line.push(...kept);
  toast(say("unsent", { count: kept.length }), null, 8, "wait");
  work();
}

/* One control alone when it changed; the whole form when a button was pressed. */
function put(form, name, button) {
  const values = {};
  for (const [key, value] of new FormData(form, button)) {
    if (name && key !== name && form.elements[key]?.type !== "hidden") continue;
    (values[key] ||= []).push(value);
  }
  delete values.revision;
  const read = form.querySelector("[name=revision]")?.value;
  line.push({ url: form.action, form: form.id, values, read });
  remember("line", line);
  form.classList.add("is-waiting");
  work();
}

async function work() {
  if (busy || !line.length) return;
  busy = true;
  while (line.length) {
    const next = line[0];
    try {
      const said = await send(next.url, next.read === undefined ? next.values : { ...next.values, revision: next.read });
      done(next, said.revision);
      if (said.message) toast(said.message, null, 4, "ok");
    } catch (refusal) {
      if (refusal.lost) {
        busy = false;
        setTimeout(work, 5000);
        return;
      }
      done(next);
      toast(refusal.message, null, 14, "late");
    }
    await redraw().catch(() => {});
  }
  busy = false;
}

/* What was put in line on the same reading goes on from what has just been written. */
function done(sent, revision) {
  line.shift();
  for (const one of line) {
    const same = one.form === sent.form && one.url === sent.url && String(one.values.point) === String(sent.values.point);
    if (revision !== undefined && same && one.read === sent.read) one.read = String(revision);
  }
  remember("line", line);
}

/* Ask the page again and take over its live parts, keeping the place of the focus. */
export async function redraw({ quiet = false } = {}) {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focus = document.activeElement?.id;
  for (const old of document.querySelectorAll("[data-live][id]")) {
    const now = fresh.getElementById(old.id);
    if (!now || old.contains(document.activeElement?.closest("textarea,input[type=text],input[type=number],[contenteditable=true]"))) continue;
    old.replaceWith(document.importNode(now, true));
  }
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  if (!quiet) show("saved");
  document.dispatchEvent(new CustomEvent("redrawn"));
}
