// The works that a visitor keeps, by their short ids: in this browser alone.
const KEY = "selection";
export const MOST = 60;
const watchers = [tell];

export function kept() {
  try {
    return localStorage.getItem(KEY)?.match(/[0-9a-f]{10}/g) ?? [];
  } catch {
    return [];
  }
}

// Says whether they could be kept: storage may be forbidden.
export function keep(ids) {
  try {
    localStorage.setItem(KEY, ids);
  } catch {
    return false;
  }
  tellAll();
  return true;
}

// The way to the selection stands in the menu while there is something in it.
function tell() {
  const ids = kept();
  const way = document.querySelector("[data-selection]");
  if (!way) return;
  way.hidden = !ids.length;
  way.firstElementChild.search = `works=${ids}`;
  way.querySelector("span").textContent = ids.length;
}

const tellAll = () => watchers.forEach((watcher) => watcher());

// Other windows, and pages that come back from memory, know what was kept meanwhile.
export function watchSelection(watcher = () => {}) {
  watchers.push(watcher);
  tellAll();
  addEventListener("storage", tellAll);
  addEventListener("pageshow", tellAll);
}
