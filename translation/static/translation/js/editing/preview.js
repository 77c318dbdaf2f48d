/** The page as it is being translated, beside its strings. */
import { Pointer } from "./pointing.js";

const PAUSE = 600;
const DESKTOP = 1280;
const WIDE = "(min-width: 1100px)";

export class Preview {
  constructor(root, rows) {
    this.root = root;
    this.rows = rows;
    this.place = 0;
    this.panel = root.querySelector("[data-editing-preview]");
    this.frame = this.panel.querySelector("iframe");
    this.toggle = root.querySelector("[data-editing-preview-toggle]");
    this.toggle.hidden = false;
    this.toggle.addEventListener("click", () => this.show(this.panel.hidden));
    this.panel.addEventListener("click", ({ target }) => this.onClick(target));
    this.frame.addEventListener("load", () => this.onLoad());
    root.addEventListener("editing:kept", () => this.renew());
    root.addEventListener("editing:current", ({ target }) => this.point(target, "auto"));
    new ResizeObserver(() => this.fit()).observe(this.panel);
    this.show(matchMedia(WIDE).matches);
  }

  show(isShown) {
    this.panel.hidden = !isShown;
    this.root.toggleAttribute("data-previewing", isShown);
    this.toggle.setAttribute("aria-expanded", isShown);
    if (!isShown) return;
    if (this.frame.hasAttribute("src")) this.renew();
    else this.frame.src = this.frame.dataset.src;
  }

  onClick(target) {
    const width = target.closest("[data-editing-width]");
    if (!width) return;
    for (const button of this.panel.querySelectorAll("[data-editing-width]")) {
      button.setAttribute("aria-pressed", button === width);
    }
    this.panel.dataset.width = width.dataset.editingWidth;
    this.fit();
  }

  /** A desktop's page is shown smaller, as a whole. */
  fit() {
    const room = this.frame.parentElement.clientWidth;
    const isPhone = this.panel.dataset.width === "phone";
    this.frame.style.setProperty("--scale", isPhone ? 1 : Math.min(1, room / DESKTOP));
  }

  renew() {
    clearTimeout(this.timer);
    if (this.panel.hidden) return;
    this.timer = setTimeout(() => {
      this.place = this.frame.contentWindow.scrollY;
      this.frame.contentWindow.location.reload();
    }, PAUSE);
  }

  onLoad() {
    const { contentDocument: page, contentWindow: view } = this.frame;
    if (!page?.body || page.URL === "about:blank") return;
    const style = page.createElement("link");
    Object.assign(style, { rel: "stylesheet", href: this.frame.dataset.style });
    page.head.append(style);
    this.pointer = new Pointer(page, this.rows);
    view.scrollTo({ top: this.place, behavior: "instant" });
    const current = this.root.querySelector("[data-current]");
    if (current) this.point(current, "instant");
    this.panel.dataset.loaded = "";
  }

  point(row, behavior) {
    if (!this.panel.hidden) this.pointer?.point(row, behavior);
  }
}
