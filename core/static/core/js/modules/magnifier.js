// Shows a picture closely over the whole screen: by its tiles, or in one piece.
import { still } from "./zoom-still.js";
import { tiled } from "./zoom-tiled.js";

const KEYS = {
  "+": "in",
  "=": "in",
  "-": "out",
  0: "whole",
  KeyN: "next",
  PageDown: "next",
  KeyP: "previous",
  PageUp: "previous",
};
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const CLOSER = 1.5;
const asked = {};
let view, shown, sought;

// Fetches a script or a stylesheet, once.
function asset(tag, address) {
  asked[address] ??= new Promise((onload, onerror) => {
    const element = document.createElement(tag);
    const from = { rel: "stylesheet", href: address, src: address };
    document.head.append(Object.assign(element, from, { onload, onerror }));
  });
  return asked[address];
}

const pictureOf = (link) => link.closest("figure").querySelector("picture");

// The picture in its largest prepared size; until that comes, as it is seen on the page.
function enlarged(link, seen) {
  const picture = pictureOf(link).cloneNode(true);
  for (const part of picture.children) part.sizes = "4000px";
  const image = picture.lastElementChild;
  image.loading = "eager";
  image.style.backgroundImage = seen;
  return picture;
}

function clear(holder) {
  view?.end?.();
  view = shown = null;
  holder.replaceChildren();
}

function listen(dialog, step) {
  const acts = {
    in: () => view?.zoom(CLOSER),
    out: () => view?.zoom(1 / CLOSER),
    whole: () => view?.show(),
    next: () => step?.(1),
    previous: () => step?.(-1),
    close: () => dialog.close(),
  };
  dialog.onkeydown = (event) => {
    const { code, key, target } = event;
    const way = !target.closest(".zoom__words") && WAYS[key];
    const act = way ? () => view?.move(...way) : acts[KEYS[key] ?? KEYS[code]];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  dialog.onclick = ({ target }) => {
    acts[target.closest("button")?.name]?.();
  };
  dialog.onclose = () => clear(dialog.firstElementChild);
}

// Opens `dialog` with the picture that `link` leads to, at a place in it (shares of its
// sides: left, top, width, height) or as a whole; `step` is asked for the next detail.
export async function magnify(dialog, link, place, step) {
  const [holder, note] = dialog.children;
  const { sheet, viewer } = dialog.dataset;
  sought = place;
  await asset("link", sheet);
  if (!dialog.open) dialog.showModal();
  if (shown !== link) {
    clear(holder);
    listen(dialog, step);
    shown = link;
    const { alt, currentSrc } = pictureOf(link).lastElementChild;
    const { awaitsTiles, tiles } = link.dataset;
    const seen = `url("${currentSrc}")`;
    holder.ariaLabel = alt;
    holder.style.backgroundImage = seen;
    note.firstElementChild.hidden = awaitsTiles === undefined;
    const made = tiles && (await tiled(holder, tiles, asset("script", viewer)).catch(() => null));
    if (shown !== link) return made?.end();
    view = made || still(holder, enlarged(link, seen));
    holder.style.backgroundImage = "";
  }
  return view?.show(sought);
}
