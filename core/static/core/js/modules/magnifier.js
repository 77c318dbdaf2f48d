// Shows a picture closely over the whole screen: by its tiles, or in one piece.
import { asset } from "./zoom-asset.js";
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
let view, shown, sought;

const pictureOf = (link) => link.closest("figure").querySelector(".stage__frame > *");
const imageOf = (picture) => picture.querySelector("img") ?? picture;

// The picture in its largest prepared size; until that comes, as it is seen on the page.
function enlarged(picture, seen) {
  const copy = picture.cloneNode(true);
  for (const part of copy.querySelectorAll("[sizes]")) part.sizes = "4000px";
  imageOf(copy).loading = "eager";
  imageOf(copy).style.backgroundImage = seen;
  return copy;
}

async function viewOf(holder, program, link, seen) {
  const { tiles } = link.dataset;
  const made = tiles && (await tiled(holder, tiles, program).catch(() => null));
  return made || still(holder, enlarged(pictureOf(link), seen));
}

function clear(holder) {
  view?.end();
  view = shown = null;
  holder.replaceChildren();
}

function listen(dialog, step) {
  const acts = {
    in: () => view.zoom(CLOSER),
    out: () => view.zoom(1 / CLOSER),
    whole: () => view.show(),
    next: () => step?.(1),
    previous: () => step?.(-1),
  };
  dialog.onkeydown = (event) => {
    const { code, key, target } = event;
    const way = !target.closest(".zoom__words") && WAYS[key];
    const act = acts[KEYS[key] ?? KEYS[code]];
    if (!view || !(way || act) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (way) view.move(...way);
    else act();
  };
  dialog.onclick = ({ target }) => {
    const { name } = target.closest("button") ?? {};
    if (name === "close") dialog.close();
    else if (view) acts[name]?.();
  };
}

// Opens `dialog` with the picture that `link` leads to, at a place in it (shares of its
// sides: left, top, width, height) or as a whole; `step` is asked for the next detail.
export async function magnify(dialog, link, place, step) {
  const [holder, note] = dialog.children;
  sought = place;
  await asset("link", dialog.dataset.sheet);
  if (!dialog.open) {
    dialog.showModal();
    holder.focus();
  }
  if (shown !== link) {
    clear(holder);
    shown = link;
    const { alt, currentSrc } = imageOf(pictureOf(link));
    const seen = `url("${currentSrc}")`;
    holder.ariaLabel = alt;
    holder.style.backgroundImage = seen;
    note.firstElementChild.hidden = !("awaitsTiles" in link.dataset);
    listen(dialog, step);
    dialog.addEventListener("close", () => clear(holder), { once: true });
    const made = await viewOf(holder, dialog.dataset.viewer, link, seen);
    if (shown !== link) return made.end();
    view = made;
    holder.style.backgroundImage = "";
  }
  return view?.show(sought);
}
