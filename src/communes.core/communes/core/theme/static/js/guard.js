/* What was typed is not lost: a form with data-guard asks before one leaves it
   changed, and it is sent once, however often one clicks. */
export function watchForms(root) {
  let leaving = false;
  const changed = new Set();
  const guarded = (event) => event.target.closest?.("form[data-guard]");
  root.addEventListener("input", (event) => { const form = guarded(event); if (form) changed.add(form); });
  root.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = guarded(event);
    if (form?.dataset.sent) { event.preventDefault(); return; }
    if (form) form.dataset.sent = "1";
    leaving = true;
    const button = event.submitter;
    if (button && guarded(event)) setTimeout(() => button.setAttribute("aria-busy", "true"), 150);
  });
  root.addEventListener("click", (event) => { if (event.target.closest("[aria-disabled=true],[aria-busy=true]")) event.preventDefault(); });
  window.addEventListener("beforeunload", (event) => { if (changed.size && !leaving) event.preventDefault(); });
  window.addEventListener("pageshow", () => { leaving = false; for (const one of root.querySelectorAll("form[data-sent]")) delete one.dataset.sent; for (const one of root.querySelectorAll("button[aria-busy]")) one.removeAttribute("aria-busy"); });
}
