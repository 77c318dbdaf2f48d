// What the letters in the field may become: a list to choose from by keys or by hand.
const PAUSE = 150;

export function suggestWhileTyping() {
  const field = document.querySelector("[data-suggestions]");
  const list = document.getElementById("suggestions");
  const options = list.children;
  let active = -1;
  let asking;
  let timer;
  const set = (name, value) => field.setAttribute(`aria-${name}`, value);

  function choose(index) {
    if (options[active]) options[active].ariaSelected = "false";
    active = index;
    const option = options[active];
    set("activedescendant", option?.id ?? "");
    if (!option) return;
    option.ariaSelected = "true";
    option.scrollIntoView({ block: "nearest" });
  }

  function show(open) {
    list.hidden = !open;
    set("expanded", open);
    choose(-1);
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    show(false);
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    try {
      const address = `${field.dataset.suggestions}?q=${encodeURIComponent(field.value)}`;
      const answer = await fetch(address, asking);
      list.innerHTML = answer.ok ? await answer.text() : "";
    } catch {
      return;
    }
    show(options.length > 0);
    const status = document.querySelector("[data-search-status]");
    if (options.length) status.textContent = list.dataset.said.replace("{count}", options.length);
  }

  const keys = {
    ArrowDown: () => (list.hidden ? ask() : choose((active + 1) % options.length)),
    ArrowUp: () => !list.hidden && choose((active < 1 ? options.length : active) - 1),
    Home: () => active >= 0 && choose(0),
    End: () => active >= 0 && choose(options.length - 1),
    Enter: () => active >= 0 && options[active].click(),
    Escape: () => !list.hidden && close(),
  };

  field.role = "combobox";
  set("autocomplete", "list");
  set("controls", list.id);
  close();
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
