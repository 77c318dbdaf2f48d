// Results change in place: the same address is asked for, and its results are put in.
const one = (selector, page = document) => page.querySelector(selector);
const byId = (id) => document.getElementById(id);
const focusOn = (element) => element?.focus({ preventScroll: true });
const here = () => location.pathname + location.search;

const REGION = "[data-search-region]";
const LANGUAGES = "a[hreflang]";
const region = one(REGION);
const form = byId("search");
let asking;
let shown = here();

function put(page) {
  const focused = region.contains(document.activeElement) && document.activeElement.id;
  const fresh = document.adoptNode(one(REGION, page));
  for (const fold of fresh.querySelectorAll("details[id]")) fold.open = byId(fold.id)?.open;
  region.replaceChildren(...fresh.childNodes);
  if (focused) focusOn(byId(focused) ?? byId("found"));
  const links = page.querySelectorAll(LANGUAGES);
  document.querySelectorAll(LANGUAGES).forEach((link, place) => {
    link.href = links[place].href;
  });
  document.title = page.title;
  one("[data-search-status]").textContent = byId("found").textContent;
  shown = here();
}

async function show(url, isNew, arrive) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  region.ariaBusy = "true";
  try {
    const answer = await fetch(url, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (isNew) {
      history.replaceState({ y: scrollY, focus: document.activeElement.id }, "");
      history.pushState(null, "", url);
    }
    put(page);
  } catch {
    // Whatever went wrong, the browser's own way still leads there.
    if (!signal.aborted) location.assign(url);
    return;
  }
  region.ariaBusy = "false";
  arrive?.();
}

function toHeadline() {
  focusOn(byId("found"));
  byId("found").scrollIntoView({ block: "nearest" });
}

function asked() {
  const said = [...new FormData(form)].filter(([, value]) => value.trim());
  return `${form.action}?${new URLSearchParams(said)}`.replace(/\?$/, "");
}

export function changeInPlace() {
  region.dataset.searchRegion = "live";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // A keyboard on the screen would cover what was found.
    const stays = form.contains(event.submitter) && !matchMedia("(pointer: coarse)").matches;
    show(asked(), true, stays ? null : toHeadline);
  });
  region.addEventListener("change", () => show(asked(), true));
  region.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const leads = link && link.origin + link.pathname === form.action;
    if (!leads || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.href, true, toHeadline);
  });
  addEventListener("popstate", ({ state }) => {
    if (shown === here()) return;
    show(location.href, false, () => {
      form.q.value = new URLSearchParams(location.search).get("q") ?? "";
      focusOn(byId(state?.focus || "found"));
      scrollTo(0, state?.y ?? 0);
    });
  });
}
