/* On a narrow page the menu folds behind a button, and an alert may be closed. Without
   us the menu is open and every alert stays. */
export function watchFolds(root) {
  for (const button of root.querySelectorAll("[data-fold]")) {
    const menu = root.getElementById(button.getAttribute("aria-controls"));
    if (!menu) continue;
    button.hidden = false;
    menu.classList.add("folds");
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
      menu.classList.toggle("is-open", open);
      if (open) menu.querySelector("a,summary")?.focus();
    });
  }
}

export function watchAlerts(root) {
  for (const alert of root.querySelectorAll("[data-alert]")) {
    const key = `alert-${alert.dataset.alert}`;
    const kept = keeper();
    if (kept.getItem(key)) { alert.hidden = true; continue; }
    const button = alert.querySelector("[data-close]");
    button.hidden = false;
    button.addEventListener("click", () => { kept.setItem(key, "1"); alert.hidden = true; });
  }
}

/* A browser that keeps nothing refuses by an error. */
function keeper() {
  try { return window.localStorage; } catch { return { getItem: () => null, setItem: () => {} }; }
}
