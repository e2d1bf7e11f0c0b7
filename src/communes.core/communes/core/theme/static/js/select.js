/* Choosing rows of a list for a bulk action.

   form[data-select] holds the table; [data-select-all] chooses all rows shown;
   input.pick-box[name] chooses one; [data-bulk] appears with [data-bulk-count]. */
export function watchSelection(root) {
  for (const form of root.querySelectorAll("form[data-select]")) {
    const boxes = () => [...form.querySelectorAll("input.pick-box[name]")];
    const all = form.querySelector("[data-select-all]");
    const bulk = form.querySelector("[data-bulk]");
    const show = () => {
      const chosen = boxes().filter((box) => box.checked);
      for (const box of boxes()) box.closest("tr")?.setAttribute("aria-selected", String(box.checked));
      if (all) { all.checked = chosen.length > 0 && chosen.length === boxes().length; all.indeterminate = chosen.length > 0 && !all.checked; }
      if (bulk) { bulk.hidden = chosen.length === 0; bulk.querySelector("[data-bulk-count]").textContent = chosen.length; }
    };
    form.addEventListener("change", (event) => {
      if (event.target === all) for (const box of boxes()) box.checked = all.checked;
      show();
    });
    show();
  }
}
