/* The words of the modules, in the language of the page.

   The server gives them on [data-toasts] as data-word-<name>; {name} in one stands
   for a value. say("movedFirst", { place: 1 }) reads data-word-moved-first. */
export function say(name, values = {}) {
  const key = `word${name[0].toUpperCase()}${name.slice(1)}`;
  const words = document.querySelector("[data-toasts]")?.dataset[key] || "";
  return Object.entries(values).reduce((text, [place, value]) => text.replaceAll(`{${place}}`, value), words);
}
