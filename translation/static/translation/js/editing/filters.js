/** Shows all strings or only some, and counts them as they are translated. */
import { isOpen } from "./telling.js";

const KINDS = {
  all: () => true,
  open: isOpen,
  stale: (row) => row.dataset.state === "stale",
  remarks: (row) => Number(row.dataset.remarks) > 0,
};

export function filterRows(root, rows) {
  const links = [...root.querySelectorAll("[data-editing-filter]")];
  const progress = root.querySelector("[data-editing-progress]");

  function count() {
    for (const link of links) {
      const fits = rows.filter(KINDS[link.dataset.editingFilter]).length;
      link.querySelector("[data-editing-count]").textContent = fits;
    }
    const done = rows.filter((row) => !isOpen(row)).length;
    progress.value = done;
    root.querySelector("[data-editing-done]").textContent = done;
  }

  function show(link) {
    const fits = KINDS[link.dataset.editingFilter];
    for (const row of rows) row.hidden = !fits(row);
    for (const group of root.querySelectorAll("[data-editing-group]")) {
      group.hidden = !group.querySelector("[data-editing-row]:not([hidden])");
    }
    for (const other of links) {
      if (other === link) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    root.querySelector("[data-editing-none]").hidden = rows.some((row) => !row.hidden);
  }

  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(link);
      history.replaceState(null, "", link.href);
    });
  }
  root.addEventListener("editing:kept", count);
  root.addEventListener("editing:remarks", count);
  count();
  const chosen = links.find((link) => link.hasAttribute("aria-current"));
  if (chosen) show(chosen);
}
