// The strip of the walk: doors to other rooms at its ends, the works between them.
import { stopAt } from "./walk-stop.js";

const SETTLED = 120;

const reachesMiddle = (place) => place.getBoundingClientRect().right * 2 > innerWidth;

export function hang(strip, tell) {
  const template = strip.querySelector("template");
  const [empty] = template.content.children;
  const cards = document.querySelectorAll(".wall .artwork-card");
  const stops = [...cards].map((card) => stopAt(card, empty.cloneNode(true)));
  let here, last, waiting;

  const stopOf = (place) => stops.find((stop) => stop.place === place);
  const beside = (ahead) => (ahead ? here.nextElementSibling : here.previousElementSibling);
  const door = () => here.querySelector("[rel]");
  const focus = () => (door() ?? here).focus({ preventScroll: true });
  const rest = () => stopOf(here)?.rest();

  function stand(place) {
    if (place === here) return;
    if (here) rest();
    here = place;
    last = stopOf(here) ?? last;
    here.inert = false;
    if (!document.activeElement.closest("[data-walk-way]")) focus();
    for (const one of strip.children) one.inert = one !== here;
    tell();
  }

  // Only the work in sight and the one after it are fetched.
  async function look() {
    const place = here;
    await stopOf(place)?.load();
    if (place === here) stopOf(beside(true))?.load();
  }

  function soon(act) {
    clearTimeout(waiting);
    waiting = setTimeout(act, SETTLED);
  }

  // Past the last place the way goes through its door.
  function go(place, behavior) {
    if (!place) return door()?.click();
    stand(place);
    place.scrollIntoView({ behavior, inline: "center", block: "nearest" });
    soon(look);
  }

  template.replaceWith(...stops.map((stop) => stop.place));
  strip["onscrollend" in strip ? "onscrollend" : "onscroll"] = () =>
    soon(() => {
      const place = [...strip.children].find(reachesMiddle);
      if (!place) return;
      stand(place);
      look();
    });
  return {
    stops,
    door,
    focus,
    go,
    rest,
    step: (ahead) => go(beside(ahead)),
    isEnd: (ahead) => !beside(ahead) && !door(),
    plays: (element) => element === here && stopOf(here)?.play,
    last: () => last,
  };
}
