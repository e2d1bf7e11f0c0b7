/* Suggestions under a search box (input[data-suggest], the address of a service):
   texts to search for and things to go to. Arrows choose, Enter goes, Escape closes;
   without us the box searches as ever. */
import { say } from "./words.js";

const WAIT = 160;
const LEAST = 2;

export function watchSuggestions(root) {
  for (const input of root.querySelectorAll("input[data-suggest]")) watch(input);
}

function watch(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("suggestions"));
  const told = document.createElement("span");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  input.after(list, told);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);

  const state = { timer: 0, asked: null, chosen: -1 };
  const options = () => [...list.children];

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };
  const choose = (number) => {
    state.chosen = number;
    options().forEach((one, place) => one.setAttribute("aria-selected", String(place === number)));
    const on = options()[number];
    if (on) { input.setAttribute("aria-activedescendant", on.id); on.scrollIntoView({ block: "nearest" }); }
    else input.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    if (option.dataset.url) { window.location.assign(option.dataset.url); return; }
    input.value = option.dataset.text;
    close();
    input.form.requestSubmit();
  };
  const show = (found) => {
    const texts = found.suggestions.map((text) => made(text, { text }));
    const things = found.items.map((one) => made(one.title, { url: one["@id"] }));
    list.replaceChildren(...texts, ...things);
    options().forEach((one, place) => { one.id = `${list.id}-${place}`; });
    choose(-1);
    const count = list.children.length;
    list.hidden = !count;
    input.setAttribute("aria-expanded", String(Boolean(count)));
    told.textContent = count ? say("suggested", { count }) : "";
  };
  const ask = async () => {
    state.asked?.abort();
    const typed = input.value.trim();
    if (typed.length < LEAST) { close(); return; }
    state.asked = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(input.value.slice(0, 200))}`, { headers: { Accept: "application/json" }, signal: state.asked.signal });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch {
      /* Given up for a later question, or no connection: one types on. */
    }
  };

  input.addEventListener("input", () => { clearTimeout(state.timer); state.timer = setTimeout(ask, WAIT); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); return; }
    if (list.hidden) return;
    const last = options().length - 1;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(state.chosen < last ? state.chosen + 1 : 0); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(state.chosen > 0 ? state.chosen - 1 : last); }
    if (event.key === "Enter" && state.chosen >= 0) { event.preventDefault(); take(options()[state.chosen]); }
  });
  /* The box keeps the focus: a press on a line is not a leave. */
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { const option = event.target.closest("li"); if (option) take(option); });
}

function made(words, data) {
  const option = document.createElement("li");
  option.setAttribute("role", "option");
  option.className = data.url ? "thing" : "text";
  option.textContent = words;
  Object.assign(option.dataset, data);
  return option;
}
