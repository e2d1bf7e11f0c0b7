/* One key for the next thing: [data-key="n"] is followed by Alt + N. Without a
   connection one stays where the work is kept, and is told why (data-word-offline). */
import { toast } from "./saving.js";

export function watchKeys(root) {
  const marked = () => [...root.querySelectorAll("[data-key]")];
  if (!marked().length) return;
  root.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const found = marked().find((one) => one.dataset.key === event.key.toLowerCase());
    if (!found) return;
    event.preventDefault();
    found.click();
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-key]");
    if (!link || navigator.onLine) return;
    event.preventDefault();
    toast(link.dataset.wordOffline || "", null, 8, "late");
  });
}
