/* What was typed is not lost: a form with data-guard asks before one leaves it
   changed, and it is sent once, however often one clicks. Until it is answered nothing
   else leads away: a second navigation would cancel the first, and its refusal with
   it. */
export function watchForms(root) {
  let leaving = false;
  const changed = new Set();
  const guarded = (event) => event.target.closest?.("form[data-guard]");
  const sending = () => root.querySelector("form[data-sent]");
  root.addEventListener("input", (event) => { const form = guarded(event); if (form) changed.add(form); });
  root.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sending()) { event.preventDefault(); return; }
    const form = guarded(event);
    if (form) form.dataset.sent = "1";
    // Another form that was changed is not sent with this one.
    leaving = [...changed].every((one) => one === form);
    const button = event.submitter;
    if (button && form) setTimeout(() => button.setAttribute("aria-busy", "true"), 150);
  });
  root.addEventListener("click", (event) => {
    const away = sending() && event.target.closest("a[href]");
    if (away || event.target.closest("[aria-disabled=true],[aria-busy=true]")) event.preventDefault();
  });
  window.addEventListener("beforeunload", (event) => { if (changed.size && !leaving) event.preventDefault(); });
  window.addEventListener("pageshow", () => { leaving = false; for (const one of root.querySelectorAll("form[data-sent]")) delete one.dataset.sent; for (const one of root.querySelectorAll("button[aria-busy]")) one.removeAttribute("aria-busy"); });
}
