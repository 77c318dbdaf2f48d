// The reader's choice between paper and dome; without one the system decides.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

// Storage may be forbidden: a choice then lasts as long as the page.
function remembered(theme) {
  try {
    if (theme) localStorage.theme = theme;
    return localStorage.theme;
  } catch {
    return theme;
  }
}

function paint(theme) {
  root.dataset.theme = theme;
  const ground = getComputedStyle(document.body).backgroundColor;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.content = ground;
  }
}

export function keepTheme() {
  const button = document.querySelector("[data-theme-toggle]");
  const theme = remembered();
  if (!button || !CSS.supports("color", "light-dark(red, red)")) return;
  const show = () => (button.ariaPressed = isDark());
  if (theme === "light" || theme === "dark") paint(theme);
  button.hidden = false;
  show();
  system.onchange = show;
  button.onclick = () => {
    paint(remembered(isDark() ? "light" : "dark"));
    show();
  };
}
