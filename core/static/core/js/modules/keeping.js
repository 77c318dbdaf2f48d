// Puts the work of the page into the visitor's selection, and takes it out again.
import { MOST, keep, kept, watchSelection } from "./selection.js";

export function offerKeeping() {
  const button = document.querySelector("[data-keep]");
  const { keep: id, full } = button?.dataset ?? {};
  const isKept = () => kept().includes(id);
  watchSelection(() => button && (button.ariaPressed = isKept()));
  if (!button) return;
  button.hidden = !keep(kept());
  button.addEventListener("click", () => {
    const others = kept().filter((each) => each !== id);
    if (isKept()) keep(others);
    else if (others.length < MOST) keep([...others, id]);
    else button.nextElementSibling.textContent = full;
  });
}
