/* A photograph over the page, with keys: arrows, Home, End, Escape. Without script
   each link leads to the page of its photograph. [data-lightbox] holds the links;
   a link carries data-src, data-srcset and data-alt of the large picture. */

function open(list, links, start) {
  let here = start;
  const box = document.createElement("dialog");
  box.className = "lightbox";
  box.setAttribute("aria-label", list.dataset.lightbox);
  const picture = document.createElement("img");
  const words = document.createElement("p");
  words.setAttribute("aria-live", "polite");
  const bar = document.createElement("div");
  bar.className = "lightbox-bar";
  const before = button(list.dataset.before, () => show(here - 1));
  const after = button(list.dataset.after, () => show(here + 1));
  bar.append(before, words, after, button(list.dataset.close, () => box.close()));
  box.append(picture, bar);

  function show(place) {
    here = Math.min(Math.max(place, 0), links.length - 1);
    const link = links[here];
    picture.alt = link.dataset.alt;
    picture.sizes = "100vw";
    picture.srcset = link.dataset.srcset;
    picture.src = link.dataset.src;
    words.textContent = `${here + 1} / ${links.length}${link.dataset.caption ? ` – ${link.dataset.caption}` : ""}`;
    before.disabled = here === 0;
    after.disabled = here === links.length - 1;
  }

  box.addEventListener("keydown", (event) => {
    const places = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: links.length - 1 };
    if (event.key in places) { event.preventDefault(); show(places[event.key]); }
  });
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  box.addEventListener("close", () => { box.remove(); links[here].focus(); });
  document.body.append(box);
  show(start);
  box.showModal();
}

function button(word, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = word;
  made.addEventListener("click", act);
  return made;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-lightbox] a[data-src]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const list = link.closest("[data-lightbox]");
  const links = [...list.querySelectorAll("a[data-src]")];
  open(list, links, links.indexOf(link));
});
