/* What is not sent yet is kept in the browser, under the name of the surface and of
   who works at it ([data-keep]); a page without that name keeps nothing. */
function drawer(name) {
  const owner = document.querySelector("[data-keep]")?.dataset.keep;
  return owner ? `communes:${owner}:${name}` : "";
}

export function remember(name, value) {
  const key = drawer(name);
  if (!key) return;
  const empty = value === null || (Array.isArray(value) && !value.length);
  try {
    if (empty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch { /* a browser that keeps nothing still sends what it can */ }
}

export function recall(name) {
  const key = drawer(name);
  try {
    return key ? JSON.parse(localStorage.getItem(key)) : null;
  } catch {
    return null;
  }
}
