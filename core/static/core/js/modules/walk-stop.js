// A stop of the walk: the label from the wall, the work itself from its own page.
import { quiet } from "./quiet.js";
import { keepVeils } from "./veil.js";

const SHOWN = ":is(audio, video):not(details:not([open]) *)";

export function stopAt(card, place) {
  const [stage, label] = place.children;
  const link = card.querySelector("a");
  const seen = card.querySelector(":scope > span img")?.currentSrc;
  const rest = () => quiet(stage);
  let asked = false;

  // Until the work comes, what the wall already shows stands in for it.
  place.className += ` ${card.parentElement.className.match(/ar-\d+/)}`;
  if (seen) place.style.setProperty("--seen", `url("${seen}")`);
  label.prepend(link.firstElementChild.cloneNode(true));
  label.lastElementChild.href = link.href;
  place.ariaLabel = label.querySelector("cite").textContent;

  async function load() {
    if (asked) return;
    asked = true;
    try {
      const page = await (await fetch(link.href)).text();
      const { body } = new DOMParser().parseFromString(page, "text/html");
      stage.replaceChildren(...body.querySelector(".stage").children);
      for (const words of stage.querySelectorAll("details")) words.open = false;
      keepVeils(stage);
      if (!stage.querySelector("[data-piece]")) return;
      const { wake } = await import(stage.dataset.module);
      wake(stage);
    } catch {
      asked = false;
    }
  }

  function play() {
    const media = [...stage.querySelectorAll(SHOWN)];
    if (media.some((one) => !one.paused)) rest();
    else media[0]?.play().catch(rest);
  }

  return { link, load, mark: `#walk-${link.pathname.split("/").at(-2)}`, place, play, rest };
}
