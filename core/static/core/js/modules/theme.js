// The reader's choice between paper and dome; without one the system decides.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

function remembered() {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
}

function remember(theme) {
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

function paintBrowser() {
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.content = ground;
  }
}

export function keepTheme() {
  const button = document.querySelector("[data-theme-toggle]");
  const theme = remembered();
  if (!button || !CSS.supports("color", "light-dark(red, red)")) return;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
    paintBrowser();
  }
  button.hidden = false;
  show();
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
    show();
    paintBrowser();
  });
}
