// The works that a visitor keeps, by their short ids: in this browser alone.
export function kept() {
  try {
    return localStorage.selection?.match(/[0-9a-f]{10}/g) ?? [];
  } catch {
    return [];
  }
}

// The way to the selection stands in the menu while there is something in it.
export function tellSelection() {
  const ids = kept();
  const way = document.querySelector("[data-selection]");
  if (!way) return;
  way.hidden = !ids.length;
  way.firstElementChild.search = `works=${ids}`;
  way.querySelector("span").textContent = ids.length;
}

// A page that comes back from memory does not know what was kept meanwhile.
export function watchSelection(tell = tellSelection) {
  tell();
  addEventListener("pageshow", tell);
}
