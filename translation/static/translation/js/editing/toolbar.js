/** The marks that a text with formatting may have, as buttons beneath its field. */
const COMMANDS = [
  ["bold", "B"],
  ["italic", "I"],
];

const within = (node, field) => node && field.contains(node);

function inLink(field, number) {
  const node = getSelection().anchorNode;
  const link = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("a");
  return within(link, field) && link.getAttribute("href") === `#${number}` ? link : null;
}

function selectAll(link) {
  getSelection().selectAllChildren(link);
}

function link(field, { number, title, text }) {
  const present = inLink(field, number);
  if (present) {
    selectAll(present);
    document.execCommand("unlink");
  } else if (getSelection().isCollapsed) {
    const made = document.createElement("a");
    made.href = `#${number}`;
    made.textContent = text;
    document.execCommand("insertHTML", false, made.outerHTML);
  } else {
    document.execCommand("createLink", false, `#${number}`);
  }
  for (const made of field.querySelectorAll(`a[href="#${number}"]`)) made.title = title;
}

/** Where the cursor was when the field was left for one of the buttons. */
function remember(field) {
  let range = null;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (within(selection.anchorNode, field)) range = selection.getRangeAt(0).cloneRange();
  });
  return () => {
    field.focus();
    if (!range) return;
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
}

function button(label, name) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-small button-secondary editing-toolbar__button";
  made.textContent = label;
  if (name !== label) {
    made.title = name;
    made.setAttribute("aria-label", name);
  }
  // The field keeps its cursor when a button is clicked.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  return made;
}

/**
 * Puts a toolbar after a field.
 *
 * `links` are those of the original: `{ number, title, text }`.
 */
export function addToolbar(field, links, words) {
  const bar = document.createElement("div");
  bar.className = "editing-toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.formatting);
  const comeBack = remember(field);
  const act = (made, command) => {
    made.addEventListener("click", () => {
      comeBack();
      command();
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    bar.append(made);
  };
  for (const [command, letter] of COMMANDS) {
    act(button(letter, words[command]), () => document.execCommand(command));
  }
  for (const target of links) {
    const name = `${words.link} ${target.number.slice(1)}: ${target.title}`;
    act(button(`${words.link} ${target.number.slice(1)}`, name), () => link(field, target));
  }
  field.after(bar);
}
