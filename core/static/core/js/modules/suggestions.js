// What the letters in the field may become: a list to choose from by keys or by hand.
const PAUSE = 150;

export function suggestWhileTyping() {
  const field = document.querySelector("[data-suggestions]");
  const list = document.querySelector("#suggestions");
  const status = document.querySelector("[data-search-status]");
  if (!field || !list) return;
  let active = -1;
  let asking;
  let timer;
  const set = (name, value) => field.setAttribute(`aria-${name}`, value);

  function choose(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    set("activedescendant", option?.id ?? "");
  }

  function show(open) {
    list.hidden = !open;
    set("expanded", open);
    choose(-1);
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    if (!list.hidden) show(false);
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const address = `${field.dataset.suggestions}?${new URLSearchParams({ q: field.value })}`;
    try {
      const answer = await fetch(address, { signal });
      const options = answer.ok ? await answer.text() : "";
      list.innerHTML = options.trim();
    } catch {
      return;
    }
    if (signal.aborted) return;
    const { length } = list.children;
    show(length > 0);
    if (length) status.textContent = list.dataset.said.replace("{count}", length);
  }

  const keys = {
    ArrowDown: () => (list.hidden ? ask() : choose((active + 1) % list.children.length)),
    ArrowUp: () => !list.hidden && choose((active < 1 ? list.children.length : active) - 1),
    Home: () => active >= 0 && choose(0),
    End: () => active >= 0 && choose(list.children.length - 1),
    Enter: () => active >= 0 && list.children[active].click(),
    Escape: () => !list.hidden && show(false),
  };

  field.setAttribute("role", "combobox");
  set("autocomplete", "list");
  set("controls", list.id);
  show(false);
  field.addEventListener("input", () => {
    close();
    if (field.value.trim()) timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (keys[event.key] && keys[event.key]() !== false) event.preventDefault();
  });
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
  // The field keeps the focus while the list is touched.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-url]");
    if (option) location.assign(option.dataset.url);
  });
}
