/** The ways between the strings and their places on the page that is previewed. */
import { areaOf } from "./fields.js";
import { covers, find, read } from "./finding.js";
import { goTo } from "./moving.js";
import { isOpen } from "./telling.js";

const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

function textsOf(row) {
  const { value } = areaOf(row);
  const source = row.querySelector("[data-editing-source]").textContent;
  return [row.hasAttribute("data-rich") ? plain(value) : value, source];
}

/** The place in a text that was clicked, whichever way the browser tells it. */
function clicked(page, { clientX, clientY }) {
  const place = page.caretPositionFromPoint?.(clientX, clientY);
  if (place) return [place.offsetNode, place.offset];
  const range = page.caretRangeFromPoint?.(clientX, clientY);
  return range ? [range.startContainer, range.startOffset] : [null, 0];
}

export class Pointer {
  constructor(page, rows) {
    this.page = page;
    this.rows = rows;
    const text = read(page.querySelector("main") ?? page.body);
    this.found = new Map(
      rows.map((row) => [row, textsOf(row).map((words) => find(text, words)).find(Boolean)]),
    );
    this.mark("untranslated", rows.filter(isOpen));
    page.addEventListener("click", (event) => this.lead(event), { capture: true });
  }

  mark(name, rows) {
    const { CSS: styles, Highlight } = this.page.defaultView;
    if (!Highlight) return;
    const ranges = rows.map((row) => this.found.get(row)?.range).filter(Boolean);
    styles.highlights.set(name, new Highlight(...ranges));
  }

  /** Highlights what a string says on the page, and brings it into view. */
  point(row, behavior) {
    const found = this.found.get(row);
    this.mark("string", [row]);
    for (const image of this.page.querySelectorAll("img[data-pointed]")) {
      delete image.dataset.pointed;
    }
    if (found?.image) found.image.dataset.pointed = "";
    if (!found) return;
    // scrollIntoView would move the strings as well.
    const { top, height } = (found.image ?? found.range).getBoundingClientRect();
    const view = this.page.defaultView;
    const above = (view.innerHeight - Math.min(height, view.innerHeight)) / 2;
    view.scrollBy({ top: top - above, behavior });
  }

  /** Leads from a text of the page to its string, instead of where a link leads. */
  lead(event) {
    event.preventDefault();
    event.stopPropagation();
    const [node, offset] = clicked(this.page, event);
    const image = event.target.closest("img");
    const rows = this.rows.filter((row) => {
      const found = this.found.get(row);
      return !row.hidden && (covers(found, image) || covers(found, node, offset));
    });
    const length = (row) => textsOf(row)[0].length;
    const [row] = rows.sort((one, other) => length(one) - length(other));
    if (row) goTo(row);
  }
}
