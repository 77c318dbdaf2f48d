/** The keyboard's way from string to string. */
import { fieldOf, rowOf } from "./fields.js";
import { isOpen } from "./telling.js";

const shown = (root) =>
  [...root.querySelectorAll("[data-editing-row]")].filter((row) => !row.hidden);

/** Puts the cursor into the field of a row, and the row where it can be seen. */
export function goTo(row) {
  fieldOf(row).focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  row.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
}

function beside(root, row, step) {
  const rows = shown(root);
  return rows[rows.indexOf(row) + step];
}

/** The next row that still wants words, after the last one from the beginning. */
export function nextOpen(root, row) {
  const rows = shown(root);
  const place = rows.indexOf(row);
  return [...rows.slice(place + 1), ...rows.slice(0, place)].find(isOpen);
}

export function moveByKeyboard(root, keeper) {
  root.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step) {
      event.preventDefault();
      const other = beside(root, row, step);
      if (other) goTo(other);
    } else if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      keeper.keep(row, { anyway: isOpen(row) }).then(() => {
        const next = nextOpen(root, row);
        if (next && !keeper.unkept().includes(row)) goTo(next);
      });
    }
  });
}
