/* The error summary takes the focus, and each of its lines leads into the control,
   not only to its place. */
export function watchErrors(root) {
  const summary = root.querySelector("[data-focus]");
  if (summary && summary.dataset.focus !== "later") summary.focus();
  root.addEventListener("click", (event) => {
    const link = event.target.closest(".errs a[href^='#']");
    if (!link) return;
    const target = root.getElementById(link.hash.slice(1));
    const control = target && (target.matches("input,select,textarea") ? target : target.querySelector("input:not([type=hidden]),select,textarea"));
    if (control) { event.preventDefault(); control.scrollIntoView({ block: "center" }); control.focus(); }
  });
}
