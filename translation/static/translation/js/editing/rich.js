/**
 * A field for text with formatting: the few marks that a string may have, and no more.
 *
 * A link is known by its number in the original (`<a id="a1">`). While it is edited it
 * is `<a href="#a1">`, so that the browser's own commands make and undo it.
 */
const MARKS = new Set(["A", "ABBR", "ACRONYM", "B", "CODE", "EM", "I", "STRONG"]);
const BLOCKS = new Set(["DIV", "P", "LI"]);
const FORMATS = { formatBold: true, formatItalic: true };

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const numberOf = (link) => (link.getAttribute("href") ?? "").match(/^#(a\d+)$/)?.[1] ?? link.id;

function written(node) {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
  if (node.nodeName === "BR") return "<br>";
  const inside = [...node.childNodes].map(written).join("");
  if (BLOCKS.has(node.nodeName)) return `${inside}<br>`;
  if (!MARKS.has(node.nodeName) || !inside) return inside;
  const tag = node.nodeName.toLowerCase();
  if (tag !== "a") return `<${tag}>${inside}</${tag}>`;
  const number = numberOf(node);
  return number ? `<a id="${number}">${inside}</a>` : inside;
}

function copied(node, titles) {
  if (node.nodeType === Node.TEXT_NODE) return [new Text(node.data)];
  const inside = [...node.childNodes].flatMap((child) => copied(child, titles));
  if (node.nodeName !== "BR" && !MARKS.has(node.nodeName)) return inside;
  const copy = document.createElement(node.nodeName);
  if (node.nodeName === "A") {
    copy.href = `#${node.id}`;
    copy.title = titles[node.id] ?? "";
  }
  copy.append(...inside);
  return [copy];
}

/** What stands in an element, as wagtail-localize keeps it. */
export const htmlOf = (element) =>
  [...element.childNodes].map(written).join("").replace(/(<br>|\s)+$/, "");

/** Puts kept HTML into an element; whatever else it holds stays outside. */
export function fill(element, html, titles = {}) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  element.replaceChildren(...[...body.childNodes].flatMap((node) => copied(node, titles)));
}

function insertPlain(event) {
  const text = (event.dataTransfer ?? event.clipboardData)?.getData("text/plain");
  event.preventDefault();
  if (text) document.execCommand("insertText", false, text.replace(/\s+/g, " "));
}

function onBeforeInput(event) {
  const kind = event.inputType;
  if (kind === "insertParagraph") {
    event.preventDefault();
    document.execCommand("insertLineBreak");
  } else if (kind === "insertFromDrop") {
    insertPlain(event);
  } else if (kind.startsWith("format") && !FORMATS[kind]) {
    event.preventDefault();
  }
}

/** Puts a field for text with formatting in the place of a textarea with its HTML. */
export function enrich(area, titles) {
  const field = document.createElement("div");
  field.className = "editing-field editing-field--rich";
  field.contentEditable = "true";
  field.tabIndex = 0;
  field.lang = area.lang;
  for (const [name, value] of [["role", "textbox"], ["aria-multiline", "true"]]) {
    field.setAttribute(name, value);
  }
  for (const name of ["aria-labelledby", "aria-describedby"]) {
    if (area.hasAttribute(name)) field.setAttribute(name, area.getAttribute(name));
  }
  fill(field, area.value, titles);
  document.execCommand("styleWithCSS", false, false);
  field.addEventListener("beforeinput", onBeforeInput);
  field.addEventListener("paste", insertPlain);
  field.addEventListener("input", () => {
    area.value = htmlOf(field);
  });
  area.hidden = true;
  area.after(field);
  return field;
}
