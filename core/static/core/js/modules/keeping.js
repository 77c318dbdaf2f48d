// Puts the work of the page into the visitor's selection, and takes it out again.
import { kept, tellSelection, watchSelection } from "./selection.js";

export const MOST = 60;

// Says whether they could be kept: storage may be forbidden.
export function keep(ids) {
  try {
    localStorage.selection = ids;
  } catch {
    return false;
  }
  tellSelection();
  return true;
}

export function offerKeeping() {
  const button = document.querySelector("[data-keep]");
  const { keep: id, full } = button?.dataset ?? {};
  const isKept = () => kept().includes(id);

  function tell() {
    tellSelection();
    if (button) button.ariaPressed = isKept();
  }

  watchSelection(tell);
  addEventListener("storage", tell);
  if (!button) return;
  button.hidden = !keep(kept());
  button.addEventListener("click", () => {
    const others = kept().filter((each) => each !== id);
    if (isKept()) keep(others);
    else if (others.length < MOST) keep([...others, id]);
    else button.nextElementSibling.textContent = full;
    tell();
  });
}
