/* A page that waits for something: [data-poll] (an address) is asked every
   data-poll-seconds with the version it knows (data-poll-version, as ETag); the server
   answers 304 without a word while nothing changed, else the page is loaded anew. */
export function watchPoll(root) {
  const place = root.querySelector("[data-poll]");
  if (!place) return;
  const every = (Number(place.dataset.pollSeconds) || 3) * 1000;
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.poll, { credentials: "same-origin", cache: "no-store", headers: { "If-None-Match": `"${place.dataset.pollVersion}"` } });
      if (answer.status === 200 && (await answer.json()).version !== place.dataset.pollVersion) {
        location.assign(location.pathname.replace(/mon-vote-[a-z]+$/, "mon-vote"));
        return;
      }
    } catch { /* asked again: nothing is lost by waiting */ }
    setTimeout(ask, every);
  };
  setTimeout(ask, every);
}
