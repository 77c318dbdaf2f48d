// A bar over a waveform or a line: shows how far the playing is, and takes it elsewhere.
// The place is kept in the visitor's browser until they come back.
const HOUR = 3600;

function clock(seconds) {
  const time = new Date(seconds * 1000).toISOString();
  return time.slice(seconds < HOUR ? 14 : 11, 19).replace(/^0/, "");
}

function storage() {
  try {
    return localStorage;
  } catch {
    // Storage may be forbidden: then every recording starts anew.
    return {};
  }
}

export function seekBar(player, media) {
  const seek = player.querySelector("input");
  const [passed, left] = player.querySelectorAll("span");
  const kept = storage();
  const key = `at ${new URL(media.firstElementChild.src).pathname}`;
  const length = () => (media.duration < Infinity ? media.duration : +seek.max);

  function show() {
    const now = media.currentTime;
    const end = length();
    seek.max = end;
    seek.value = now;
    passed.textContent = clock(now);
    left.textContent = `−${clock(end - now)}`;
    seek.ariaValueText = seek.dataset.place.replace("{now}", clock(now)).replace("{length}", clock(end));
    player.style.setProperty("--played", `${(now / end) * 100 || 0}%`);
    if (media.ended) delete kept[key];
    else if (media.readyState) kept[key] = now;
  }

  function go(time) {
    media.currentTime = Math.min(Math.max(time, 0), length());
    show();
  }

  // Some browsers let a bar be dragged by its handle alone, and here none is seen.
  seek.onclick = seek.onpointermove = ({ buttons, offsetX, type }) => {
    if (buttons || type === "click") go((offsetX / seek.clientWidth) * length());
  };
  seek.oninput = () => go(seek.value);
  go(kept[key] || 0);
  return { go, show };
}
