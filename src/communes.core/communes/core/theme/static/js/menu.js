/* Menus that are <details data-menu>: they open without us; we close them on
   Escape, on a click elsewhere, and when another one opens. */
export function watchMenus(root) {
  const open = () => [...root.querySelectorAll("details[data-menu][open]")];
  root.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) { menu.open = false; menu.querySelector("summary").focus(); }
  });
}
