/* Putting lines in order: by dragging the handle, with Alt + ↑ ↓, or with two
   buttons; every move is saved at once and may be undone.

   Markup (server-rendered; works in <table>, <ol> or <div>):
     data-reorder="<url>"     on the list. Each move posts to <url>:
                                item      the data-item of the line moved
                                before    data-item of the line it now precedes, "" = last
                                position  its new place, from 1
                              The answer may hold JSON {"numbers": {item: "3.1"}} (shown
                              in [data-reorder-number]), {"message": "…"} (spoken)
                              and {"next": url} for the move that follows.
                              An empty url moves without saving (used by @@parts).
     data-item="<id>"         on each line that may be moved or passed over.
     data-fixed               on a line that may not be moved (a decided one).
     data-reorder-handle      on the handle (a button), -up and -down on the buttons:
                              the macro order_buttons makes all three.
     data-reorder-number      holds the number shown.
   After a refusal the line goes back and the server's sentence is shown.
   Event "reordered" (bubbles, detail {item, before, position, answer}) for others. */
import { send, toast } from "./saving.js";
import { say } from "./words.js";

export function watchOrder(root) {
  for (const list of root.querySelectorAll("[data-reorder]")) startList(list);
}

const linesOf = (list) => [...list.querySelectorAll("[data-item]")];

function startList(list) {
  list.addEventListener("click", (event) => {
    const line = event.target.closest("[data-item]");
    if (event.target.closest("[data-reorder-up]")) step(list, line, -1, event.target.closest("button"));
    if (event.target.closest("[data-reorder-down]")) step(list, line, 1, event.target.closest("button"));
  });
  list.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const line = event.target.closest("[data-item]");
    if (!line) return;
    event.preventDefault();
    step(list, line, event.key === "ArrowUp" ? -1 : 1, document.activeElement);
  });
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest("[data-reorder-handle]");
    const line = event.target.closest("[data-item]");
    if (handle && line && !("fixed" in line.dataset)) drag(list, line, handle, event);
  });
}

function step(list, line, way, focus) {
  const lines = linesOf(list);
  const to = lines.indexOf(line) + way;
  if ("fixed" in line.dataset || to < 0 || to >= lines.length) return;
  const before = way < 0 ? lines[to] : lines[to].nextElementSibling;
  move(list, line, before);
  focus?.focus();
}

function drag(list, line, handle, start) {
  const home = line.nextElementSibling;
  start.preventDefault();
  /* On the window: a handle that moves in the page loses its capture. */
  line.classList.add("is-moving");
  const follow = (event) => {
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-item]");
    if (!under || under === line || !list.contains(under)) return;
    const box = under.getBoundingClientRect();
    under.parentNode.insertBefore(line, event.clientY < box.top + box.height / 2 ? under : under.nextElementSibling);
  };
  const end = (event) => {
    window.removeEventListener("pointermove", follow);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    line.classList.remove("is-moving");
    const there = line.nextElementSibling;
    if (there === home) return;
    line.parentNode.insertBefore(line, home);
    if (event.type === "pointerup") move(list, line, there);
    handle.focus();
  };
  window.addEventListener("pointermove", follow);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}

async function move(list, line, before, undoing = false) {
  const home = line.nextElementSibling;
  line.parentNode.insertBefore(line, before);
  renumber(list);
  const place = linesOf(list).indexOf(line) + 1;
  const detail = { item: line.dataset.item, before: before?.dataset.item || "", position: place };
  try {
    detail.answer = list.dataset.reorder ? await send(list.dataset.reorder, { item: detail.item, before: detail.before, position: place }) : {};
  } catch (refusal) {
    line.parentNode.insertBefore(line, home);
    renumber(list);
    toast(refusal.message, null, 12, "late");
    return;
  }
  if (detail.answer.next) list.dataset.reorder = detail.answer.next;
  number(list, detail.answer.numbers);
  const words = detail.answer.message || say(place === 1 ? "movedFirst" : "moved", { place });
  toast(words, undoing ? null : () => move(list, line, home, true));
  list.dispatchEvent(new CustomEvent("reordered", { bubbles: true, detail }));
}

/* Until the server answers, plain numbers follow the lines. */
function renumber(list) {
  linesOf(list).forEach((line, index) => {
    const shown = line.querySelector("[data-reorder-number]");
    if (shown && /^\d+$/.test(shown.textContent.trim())) shown.textContent = index + 1;
  });
}

function number(list, numbers) {
  for (const line of linesOf(list)) {
    const shown = line.querySelector("[data-reorder-number]");
    if (shown && numbers?.[line.dataset.item]) shown.textContent = numbers[line.dataset.item];
  }
}
