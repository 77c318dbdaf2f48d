// Sets the dome of the home page in motion: at most thirty frames a second, only while it
// is seen, and only if the reader neither stopped it nor asked the system for less motion.
import { sharpenPencil } from "./dome-pencil.js";

const FRAME = 1000 / 30;
const FAR_AWAY = [9, 9];

class Dome {
  constructor(canvas, button) {
    this.canvas = canvas;
    this.button = button;
    this.scene = { time: 64, rest: 0, touch: FAR_AWAY };
    this.moving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.seen = false;
    this.running = false;
    this.last = 0;
  }

  step(now) {
    this.running = this.moving && this.seen;
    if (!this.running) return;
    if (now - this.last >= FRAME) {
      const passed = Math.min(0.1, (now - this.last) / 1000);
      this.last = now;
      this.scene.time += passed * 0.8;
      this.scene.rest += (1 - this.scene.rest) * passed * 0.9;
      this.draw(this.scene);
      this.canvas.dataset.live = "";
    }
    requestAnimationFrame((later) => this.step(later));
  }

  // The pencil is sharpened only when there is something to draw.
  go() {
    if (this.moving && this.seen && !this.running) {
      this.draw ??= sharpenPencil(this.canvas);
      if (this.draw) requestAnimationFrame((now) => this.step(now));
      else this.giveUp();
    }
    this.button.querySelector("span").textContent =
      this.button.dataset[this.moving ? "pause" : "resume"];
    this.button.toggleAttribute("data-playing", this.moving);
  }

  giveUp() {
    delete this.canvas.dataset.live;
    this.button.hidden = true;
    this.moving = false;
  }

  toggle() {
    this.moving = !this.moving;
    this.go();
  }

  follow(event) {
    const box = this.canvas.getBoundingClientRect();
    const radius = box.width / 2;
    this.scene.touch = [
      (event.clientX - box.left) / radius - 1,
      1 - (event.clientY - box.top) / radius,
    ];
  }
}

export function raiseDome() {
  const canvas = document.querySelector("[data-dome]");
  const button = document.querySelector("[data-dome-pause]");
  if (!canvas || !button) return;
  const dome = new Dome(canvas, button);
  canvas.addEventListener("pointermove", (event) => dome.follow(event));
  canvas.addEventListener("pointerleave", () => {
    dome.scene.touch = FAR_AWAY;
  });
  canvas.addEventListener("webglcontextlost", () => dome.giveUp());
  button.addEventListener("click", () => dome.toggle());
  button.hidden = false;
  dome.go();
  new IntersectionObserver(([entry]) => {
    dome.seen = entry.isIntersecting;
    dome.go();
  }).observe(canvas);
}
