// Lets editors draw the part of a picture that a detail of a work is.
(() => {
  const WHOLE = 10000;
  const SMALLEST = 50;
  const STEP = 100;
  const SIDES = ["left", "top", "width", "height"];
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const input = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const number = (row, name) => Number(input(row, name)?.value);
  const within = (value, least, most) => Math.round(Math.max(least, Math.min(most, value)));

  // The rows of an inline panel that stay, in their order.
  function rows(prefix) {
    return [...document.querySelectorAll(`#id_${prefix}-FORMS > *`)]
      .filter((row) => !number(row, "DELETE"))
      .sort((one, other) => number(one, "ORDER") - number(other, "ORDER"));
  }

  class AreaController extends window.StimulusModule.Controller {
    static targets = ["image", "lack", "picture"];
    static values = { address: String };

    connect() {
      this.row = this.element.closest("[data-inline-panel-child]");
      this.refresh();
    }

    refresh() {
      cancelAnimationFrame(this.soon);
      this.soon = requestAnimationFrame(() => this.load());
    }

    async load() {
      const piece = rows("pieces")[number(this.row, "piece") - 1];
      const image = (piece && input(piece, "image")?.value) || "";
      if (image !== this.shown) {
        this.shown = image;
        const answer = image && (await fetch(this.addressValue.replace("/0/", `/${image}/`)));
        const { url = "" } = answer.ok ? await answer.json() : {};
        if (image !== this.shown) return;
        this.pictureTarget.hidden = !url;
        this.lackTarget.hidden = Boolean(url);
        this.imageTarget.src = url;
      }
      this.draw();
    }

    // Every detail of the same picture with its number, this one set off.
    draw() {
      const marks = rows("details").map((row, position) => {
        const mark = document.createElement("div");
        mark.className = row === this.row ? "area__mark area__mark--own" : "area__mark";
        mark.hidden = number(row, "piece") !== number(this.row, "piece");
        for (const side of SIDES) mark.style[side] = `${(number(row, side) / WHOLE) * 100}%`;
        mark.innerHTML = `<span>${position + 1}</span>`;
        return mark;
      });
      this.pictureTarget.replaceChildren(this.imageTarget, ...marks);
    }

    place(left, top, width, height) {
      const [wide, high] = [width, height].map((side) => within(side, SMALLEST, WHOLE));
      const sides = [within(left, 0, WHOLE - wide), within(top, 0, WHOLE - high), wide, high];
      SIDES.forEach((side, position) => {
        const field = input(this.row, side);
        field.value = sides[position];
        for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
      });
    }

    point({ clientX, clientY }) {
      const { left, top, width, height } = this.imageTarget.getBoundingClientRect();
      return [(clientX - left) / width, (clientY - top) / height].map((share) => share * WHOLE);
    }

    begin(event) {
      this.pictureTarget.setPointerCapture(event.pointerId);
      this.from = this.point(event);
    }

    stretch(event) {
      if (!event.buttons) return;
      const [[left, top], [right, bottom]] = [this.from, this.point(event)];
      const [width, height] = [Math.abs(right - left), Math.abs(bottom - top)];
      this.place(Math.min(left, right), Math.min(top, bottom), width, height);
    }

    nudge(event) {
      if (!(event.key in WAYS)) return;
      event.preventDefault();
      const sides = SIDES.map((side) => number(this.row, side));
      const first = event.shiftKey ? 2 : 0;
      WAYS[event.key].forEach((by, axis) => (sides[first + axis] += by * STEP));
      this.place(...sides);
    }
  }

  window.wagtail.app.register("area", AreaController);
})();
