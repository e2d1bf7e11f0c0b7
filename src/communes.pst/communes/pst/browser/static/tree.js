/* Opens and closes the whole tree; without it every branch opens by itself. */
const tree = document.querySelector("[data-pst-tree]");
if (tree) {
  const tools = document.querySelector("[data-pst-tools]");
  if (tools) tools.hidden = false;
  const set = (open, deepest) => {
    for (const one of tree.querySelectorAll("details")) {
      one.open = open && Number(one.dataset.level) <= deepest;
    }
  };
  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-pst-level]");
    if (asked) set(true, Number(asked.dataset.pstLevel));
  });
}
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-pst-print]")) window.print();
});
