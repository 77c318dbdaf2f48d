// A picture in one piece, zoomed and moved by fingers, wheel and keys.
const STEP = 0.2;
const MARGIN = 0.94;

export function still(holder, picture) {
  const image = picture.querySelector("img") ?? picture;
  const ratio = image.getAttribute("width") / image.getAttribute("height");
  const points = new Map();
  const listening = new AbortController();
  let scale = 1;
  let x = 0;
  let y = 0;

  function fitted() {
    const { clientWidth, clientHeight } = holder;
    const width = Math.min(clientWidth, clientHeight * ratio);
    return { clientWidth, clientHeight, width, height: width / ratio };
  }

  const within = (value, room) => Math.max(-room, Math.min(room, value));
  function draw() {
    const { clientWidth, clientHeight, width, height } = fitted();
    x = within(x, Math.max(0, (width * scale - clientWidth) / 2));
    y = within(y, Math.max(0, (height * scale - clientHeight) / 2));
    image.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  // Around a point of the screen: the middle of the holder unless one is given.
  function zoom(by, { clientX, clientY } = {}) {
    const { left, top, width, height } = holder.getBoundingClientRect();
    const from = [clientX - left - width / 2 || 0, clientY - top - height / 2 || 0];
    const most = Math.max(4, (2 * image.naturalWidth) / fitted().width);
    const next = Math.max(1, Math.min(most, scale * by));
    x = from[0] - ((from[0] - x) * next) / scale;
    y = from[1] - ((from[1] - y) * next) / scale;
    scale = next;
    draw();
  }

  function move(right, down) {
    x -= right * holder.clientWidth * STEP;
    y -= down * holder.clientHeight * STEP;
    draw();
  }

  function show([left, top, width, height] = [0, 0, 1, 1]) {
    const size = fitted();
    const fit = [size.clientWidth / width / size.width, size.clientHeight / height / size.height];
    scale = Math.max(1, Math.min(...fit) * MARGIN);
    x = (0.5 - left - width / 2) * size.width * scale;
    y = (0.5 - top - height / 2) * size.height * scale;
    draw();
  }

  const middle = () => {
    const [one, other = one] = [...points.values()];
    const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const clientX = (one.clientX + other.clientX) / 2;
    return { apart, clientX, clientY: (one.clientY + other.clientY) / 2 };
  };
  const on = (name, act) => holder.addEventListener(name, act, listening);

  on("pointerdown", (event) => {
    holder.setPointerCapture(event.pointerId);
    points.set(event.pointerId, event);
  });
  on("pointermove", (event) => {
    if (!points.has(event.pointerId)) return;
    const before = middle();
    points.set(event.pointerId, event);
    const now = middle();
    x += now.clientX - before.clientX;
    y += now.clientY - before.clientY;
    image.style.transition = "none";
    zoom(before.apart ? now.apart / before.apart : 1, now);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    on(name, ({ pointerId }) => {
      points.delete(pointerId);
      image.style.transition = "";
    });
  }
  on("dblclick", (event) => zoom(event.shiftKey ? 0.5 : 2, event));
  on("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, event);
  });
  holder.replaceChildren(picture);
  return { zoom, move, show, end: () => listening.abort() };
}
