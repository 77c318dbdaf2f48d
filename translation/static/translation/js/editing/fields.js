/** The fields that translations are written in, plain or with formatting. */
import { enrich, fill } from "./rich.js";
import { addToolbar } from "./toolbar.js";

const ROW = "[data-editing-row]";

export const rowOf = (element) => element?.closest?.(ROW) ?? null;
export const areaOf = (row) => row.querySelector("textarea[data-editing-words]");
export const fieldOf = (row) => row.querySelector("[contenteditable]") ?? areaOf(row);

/** The links of the original, which the translation's links are known by. */
function linksOf(row) {
  return [...row.querySelectorAll("[data-editing-link]")].map((item) => {
    const number = item.dataset.editingLink;
    const link = row.querySelector(`[data-editing-source] a[id$="-${number}"]`);
    return { number, title: item.querySelector("span").textContent, text: link.textContent };
  });
}

/** Makes a field as high as what is written in it. */
function fit(area) {
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

/** Writes words into the field of a row, as if they had been typed. */
export function write(row, text) {
  const [area, field] = [areaOf(row), fieldOf(row)];
  area.value = text;
  if (field !== area) fill(field, text, titlesOf(row));
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Puts a word where the cursor is. */
export function insert(row, text) {
  const field = fieldOf(row);
  field.focus();
  document.execCommand("insertText", false, text);
}

const titlesOf = (row) =>
  Object.fromEntries(linksOf(row).map(({ number, title }) => [number, title]));

export function furnish(rows, words) {
  const widths = new ResizeObserver((columns) => {
    for (const { target } of columns) fit(target.querySelector("[data-editing-words]"));
  });
  for (const row of rows) {
    const area = areaOf(row);
    if (row.hasAttribute("data-rich")) {
      const field = enrich(area, titlesOf(row));
      addToolbar(field, linksOf(row), words);
    } else {
      area.addEventListener("input", () => fit(area));
      widths.observe(area.parentElement);
    }
  }
}
