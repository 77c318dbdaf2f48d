// The page of a selection: one's own can be changed in place, another's can be kept.
import { MOST, keep } from "./keeping.js";
import { kept, watchSelection } from "./selection.js";

const part = (name) => document.querySelector(`[data-${name}]`);
const asked = () => new URLSearchParams(location.search).get("works") ?? "";
const isMine = () => asked() === `${kept()}`;

let before;

function put(ids, works) {
  keep(ids);
  history.replaceState(null, "", `?works=${ids}`);
  for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
  part("selected").replaceChildren(...works);
  part("count").textContent = works.length;
  part("address").textContent = location.href;
}

function say(words, undoes) {
  part("said").textContent = words;
  part("undo").hidden = !undoes;
  if (undoes) part("undo").focus();
}

function remove(works, gone, words) {
  before = { ids: kept(), works: [...part("selected").children], first: works[0] };
  put(
    before.ids.filter((id) => !gone.includes(id)),
    before.works.filter((work) => !works.includes(work)),
  );
  say(words, true);
}

function undo() {
  put(before.ids, before.works);
  say(part("said").dataset.restored);
  before.first.querySelector("[data-title]").focus();
}

async function share({ currentTarget: { dataset } }) {
  const title = document.title;
  const url = location.href;
  try {
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      return await navigator.share({ title, url });
    }
    await navigator.clipboard.writeText(url);
    say(dataset.copied);
  } catch ({ name }) {
    if (name !== "AbortError") say(dataset.byHand);
  }
}

function keepAll() {
  const all = new Set([...kept(), ...asked().split(",")]);
  if (keep([...all].slice(0, MOST))) location.assign(`?works=${kept()}`);
}

export function showSelection() {
  watchSelection();
  const own = kept();
  if (!asked() && own.length) location.replace(`?works=${own}`);
  const list = part("selected");
  if (!list) return;
  part("share").hidden = false;
  part("keep-all").hidden = isMine();
  part("remove-all").hidden = !isMine();
  part("share").addEventListener("click", share);
  part("keep-all").addEventListener("click", keepAll);
  part("undo").addEventListener("click", undo);
  const { removed, allRemoved } = part("said").dataset;
  part("remove-all").addEventListener("click", () => remove([...list.children], kept(), allRemoved));
  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-title]");
    if (!link || !isMine() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const work = link.closest("li");
    remove([work], [work.dataset.work], removed.replace("{title}", link.dataset.title));
  });
}
