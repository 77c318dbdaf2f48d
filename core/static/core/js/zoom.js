// The magnifier and its place in the page's address: `#zoom-2` a picture, `#look-3` a detail.
import { magnify } from "./modules/magnifier.js";
import { tour } from "./modules/zoom-tour.js";

export const openZoom = magnify;

export function keepZoom(dialog, opening) {
  const { details, tell } = tour(dialog);
  const links = [...document.querySelectorAll("[data-zoom]")];
  let number, opener, pushed;

  // What the address asks for: a detail, if any, and the link to its picture.
  function asked() {
    const { hash } = location;
    number = details.findIndex(({ id }) => `#${id}` === hash) + 1;
    const detail = details[number - 1];
    const mark = detail ? detail.dataset.look : hash;
    return [links.find(({ dataset }) => dataset.zoom === mark), detail];
  }

  function follow(event) {
    const [link, detail] = asked();
    const veil = link?.closest("details:not([open])");
    if (veil) return veil.firstElementChild.focus();
    if (!link) return dialog.close();
    if (!dialog.open) {
      opener = detail?.querySelector("a") ?? link;
      pushed = history.state ?? event?.type;
    }
    history.replaceState(pushed, "");
    tell?.(number);
    const place = detail?.dataset.place.split(" ").map((share) => share / 10000);
    return magnify(dialog, link, place, step);
  }

  function step(by) {
    const detail = details[number + by - 1];
    if (!detail && number + by) return;
    history.replaceState(pushed, "", detail ? `#${detail.id}` : details[0].dataset.look);
    follow();
  }

  dialog.addEventListener("close", () => {
    // Going on may have opened it again before this is told.
    if (dialog.open) return;
    const here = asked()[0];
    if (here && pushed) history.back();
    else if (here) history.replaceState(null, "", location.pathname + location.search);
    opener.focus({ preventScroll: true });
  });
  addEventListener("hashchange", follow);
  follow(opening);
}
