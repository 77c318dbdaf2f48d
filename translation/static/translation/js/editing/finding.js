/**
 * Finds texts on a page by their letters and digits alone.
 *
 * The page sets its own quotation marks, dashes and spaces, and breaks a text up by
 * links and emphasis.
 */
const SIGN = /[\p{L}\p{N}]/u;
const UNREAD = "script, style, noscript, template";

const lettersOf = (text) => [...text.toLowerCase()].filter((sign) => SIGN.test(sign)).join("");

/** The letters of a document, each with the place it stands at. */
export function read(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const places = [];
  let letters = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let offset = 0;
    for (const sign of node.data) {
      const lower = sign.toLowerCase();
      if (SIGN.test(lower)) {
        letters += lower;
        for (let unit = 0; unit < lower.length; unit += 1) places.push([node, offset, sign.length]);
      }
      offset += sign.length;
    }
  }
  return { root, letters, places };
}

function rangeOf({ root, places }, start, length) {
  const range = root.ownerDocument.createRange();
  const [last, offset, width] = places[start + length - 1];
  range.setStart(places[start][0], places[start][1]);
  range.setEnd(last, offset + width);
  return range;
}

/** Whether a range is all that its element says: a title, not a word in a sentence. */
const isWhole = (range, letters) => {
  const node = range.commonAncestorContainer;
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return lettersOf(element.textContent) === letters;
};

/** The range that a text fills on a page, or else the image that it describes. */
export function find(page, text) {
  const wanted = lettersOf(text);
  if (!wanted) return null;
  let first = null;
  for (
    let at = page.letters.indexOf(wanted);
    at >= 0;
    at = page.letters.indexOf(wanted, at + wanted.length)
  ) {
    const range = rangeOf(page, at, wanted.length);
    if (isWhole(range, wanted)) return { range };
    first ??= range;
  }
  if (first) return { range: first };
  const images = [...page.root.querySelectorAll("img[alt]")];
  const image = images.find(({ alt }) => lettersOf(alt) === wanted);
  return image ? { image } : null;
}

/** Whether a found text stands at a place of the page. */
export function covers(found, node, offset) {
  if (!found || !node) return false;
  if (found.image) return found.image === node;
  return node.nodeType === Node.TEXT_NODE && found.range.isPointInRange(node, offset);
}
