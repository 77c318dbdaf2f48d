// A picture in one piece, moved and zoomed by fingers, wheel and keys.
const STEP = 150;
const MOST = 6;

export function still(holder, picture) {
  const image = picture.lastElementChild;
  const ratio = image.getAttribute("width") / image.getAttribute("height");
  const points = new Map();
  let scale = 1;
  let x = 0;
  let y = 0;

  // The holder's sides, and those of the whole picture in it.
  function sides() {
    const { clientWidth, clientHeight } = holder;
    const width = Math.min(clientWidth, clientHeight * ratio);
    return [clientWidth, clientHeight, width, width / ratio];
  }

  function within(place, room, length) {
    const most = Math.max(0, (length * scale - room) / 2);
    return Math.max(-most, Math.min(most, place));
  }

  function draw() {
    const [across, down, width, height] = sides();
    x = within(x, across, width);
    y = within(y, down, height);
    image.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  // Around a point of the screen, whose corner the holder's is; or around the middle.
  function zoom(by, point) {
    const middle = sides().map((side) => side / 2);
    const [right, below] = point ?? middle;
    const next = Math.max(1, Math.min(MOST, scale * by));
    const grown = 1 - next / scale;
    x += (right - middle[0] - x) * grown;
    y += (below - middle[1] - y) * grown;
    scale = next;
    draw();
  }

  function move(right, below) {
    x -= right * STEP;
    y -= below * STEP;
    draw();
  }

  function show([left, top, wide, high] = [0, 0, 1, 1]) {
    const [across, down, width, height] = sides();
    scale = Math.max(1, Math.min(across / wide / width, down / high / height));
    x = (0.5 - left - wide / 2) * width * scale;
    y = (0.5 - top - high / 2) * height * scale;
    draw();
  }

  // The middle of one finger or two, and how far apart they are.
  function middle() {
    const [one, other = one] = [...points.values()];
    const apart = Math.hypot(one[0] - other[0], one[1] - other[1]);
    return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2, apart];
  }

  const place = ({ clientX, clientY }) => [clientX, clientY];
  image.onpointerdown = (event) => {
    image.setPointerCapture(event.pointerId);
    points.set(event.pointerId, place(event));
  };
  image.onpointermove = (event) => {
    if (!points.has(event.pointerId)) return;
    const before = middle();
    points.set(event.pointerId, place(event));
    const now = middle();
    x += now[0] - before[0];
    y += now[1] - before[1];
    image.style.transition = "none";
    zoom(now[2] / before[2] || 1, now);
  };
  image.onlostpointercapture = ({ pointerId }) => {
    points.delete(pointerId);
    image.style.transition = "";
  };
  image.ondblclick = (event) => zoom(2, place(event));
  image.onwheel = (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, place(event));
  };
  image.draggable = false;
  holder.replaceChildren(picture);
  return { zoom, move, show };
}
