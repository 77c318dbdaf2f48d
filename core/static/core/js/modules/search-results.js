// Results change in place: the same address is asked for, and its results are put in.
const REGION = "[data-search-region]";
const region = document.querySelector(REGION);
const form = document.querySelector("#search");
const status = document.querySelector("[data-search-status]");
let asking;
let shown = location.pathname + location.search;

const headline = () => document.querySelector("#found");
const isOpen = (id) => document.getElementById(id)?.open;

function put(page) {
  const focused = region.contains(document.activeElement) && document.activeElement.id;
  const fresh = document.adoptNode(page.querySelector(REGION));
  for (const fold of fresh.querySelectorAll("details[id]")) fold.open = isOpen(fold.id);
  region.replaceChildren(...fresh.childNodes);
  if (focused) (document.getElementById(focused) ?? headline()).focus({ preventScroll: true });
  shown = location.pathname + location.search;
  const links = page.querySelectorAll("header a[hreflang], footer a[hreflang]");
  document.querySelectorAll("header a[hreflang], footer a[hreflang]").forEach((link, place) => {
    link.href = links[place].href;
  });
  document.title = page.title;
  status.textContent = headline().textContent;
}

async function go(url, arrived) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  region.ariaBusy = "true";
  try {
    const answer = await fetch(url, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    arrived.before?.();
    put(page);
  } catch {
    // Whatever went wrong, the browser's own way still leads there.
    if (!signal.aborted) location.assign(url);
    return;
  }
  region.ariaBusy = "false";
  arrived.after?.();
}

function remember() {
  const focus = document.activeElement.id;
  history.replaceState({ scroll: scrollY, focus }, "");
}

function turnTo(url, after) {
  go(url, {
    before() {
      remember();
      history.pushState(null, "", url);
    },
    after,
  });
}

function toHeadline() {
  headline().focus({ preventScroll: true });
  headline().scrollIntoView({ block: "nearest" });
}

function asked() {
  const entries = [...new FormData(form)].filter(([, value]) => value.trim());
  const words = new URLSearchParams(entries).toString();
  return words ? `${form.action}?${words}` : form.action;
}

export function changeInPlace() {
  if (!region || !form) return;
  region.dataset.searchRegion = "live";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const byField = event.submitter?.form.contains(event.submitter);
    turnTo(asked(), byField && !matchMedia("(pointer: coarse)").matches ? null : toHeadline);
  });
  region.addEventListener("change", () => turnTo(asked()));
  region.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const own = link && link.origin + link.pathname === form.action;
    if (!own || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    turnTo(link.href, toHeadline);
  });
  addEventListener("popstate", ({ state }) => {
    if (shown === location.pathname + location.search) return;
    go(location.href, {
      after() {
        form.q.value = new URLSearchParams(location.search).get("q") ?? "";
        document.getElementById(state?.focus || "found")?.focus({ preventScroll: true });
        scrollTo(0, state?.scroll ?? 0);
      },
    });
  });
}
