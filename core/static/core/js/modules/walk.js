// Walks a room work by work over the whole screen; the address says where one stands.
import { hang } from "./walk-strip.js";

const MARK = "#walk";

export function keepWalk() {
  const dialog = document.querySelector("dialog");
  if (!dialog) return;
  const [element, count, ...ways] = dialog.querySelectorAll("[data-walk], [data-walk-way]");
  const language = dialog.querySelector("[hreflang]");
  let strip, pushed, leaving;

  function tell() {
    const { stops, door } = strip;
    const last = strip.last();
    const number = stops.indexOf(last);
    count.textContent = door()?.innerText ?? count.dataset.walk.replace("{number}", number + 1);
    dialog.style.setProperty("--share", number / (stops.length - 1 || 1));
    ways.forEach((way, ahead) => (way.ariaDisabled = strip.isEnd(ahead)));
    history.replaceState(pushed, "", last.mark);
    if (language) language.hash = last.mark;
  }

  function follow(event) {
    const { hash } = location;
    if (hash.startsWith(MARK)) strip ??= hang(element, tell);
    const { stops = [] } = strip ?? {};
    const ends = { [MARK]: stops[0], [`${MARK}.last`]: stops.at(-1) };
    const stop = ends[hash] ?? stops.find(({ mark }) => mark === hash);
    if (leaving) comeBack();
    if (!stop) return dialog.close();
    pushed = history.state ?? event?.type;
    if (!dialog.open) dialog.showModal();
    strip.go(stop.place, "instant");
  }

  function comeBack() {
    const { link } = strip.last();
    leaving = false;
    link.scrollIntoView({ block: "center" });
    link.focus();
  }

  // Going back in history moves the page once more: only then is it time to scroll.
  function leave() {
    // Going on may have opened it again before its closing is told.
    if (dialog.open) return;
    strip.rest();
    leaving = location.hash && pushed;
    if (leaving) history.back();
    else comeBack();
    if (!pushed) history.replaceState(null, "", location.href.split("#")[0]);
  }

  dialog.onkeydown = (event) => {
    const { key, target } = event;
    const act = {
      ArrowLeft: () => strip.step(false),
      ArrowRight: () => strip.step(true),
      Home: () => strip.go(strip.stops[0].place),
      End: () => strip.go(strip.stops.at(-1).place),
      " ": strip.plays(target),
    }[key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    event.preventDefault();
    act();
  };
  dialog.onclick = ({ clientX, detail, target }) => {
    const way = ways.indexOf(target.closest("[data-walk-way]"));
    if (way < 0 && target !== element) return;
    strip.step(way < 0 ? clientX * 2 > innerWidth : way);
    if (detail) strip.focus();
  };
  dialog.onclose = leave;
  document.querySelector("[data-walk-entrance]").href = MARK;
  addEventListener("hashchange", follow);
  follow();
}
