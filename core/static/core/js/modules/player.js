// Draws a waveform to seek in over the browser's own audio player.
function clock(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

function pauseOthers(playing) {
  for (const media of document.querySelectorAll("audio, video")) {
    if (media !== playing) media.pause();
  }
}

function dress(player) {
  const audio = player.querySelector("audio");
  const bar = player.querySelector("[data-player-bar]");
  const toggle = bar.querySelector("button");
  const seek = bar.querySelector("input");
  const length = () => audio.duration || Number(audio.dataset.duration) || 0;

  function showPlace() {
    const place = `${clock(audio.currentTime)} / ${clock(length())}`;
    seek.max = length();
    seek.step = Math.max(0.5, length() / 200);
    seek.value = audio.currentTime;
    seek.setAttribute("aria-valuetext", place);
    bar.style.setProperty("--played", `${length() ? (audio.currentTime / length()) * 100 : 0}%`);
    bar.querySelector("[data-player-now]").textContent = clock(audio.currentTime);
    bar.querySelector("[data-player-end]").textContent = clock(length());
  }

  function showState() {
    toggle.setAttribute("aria-pressed", String(!audio.paused));
    toggle.toggleAttribute("data-playing", !audio.paused);
  }

  // Playing that is stopped before it begins is no error: the button shows how it stands.
  const play = () => audio.play().catch(showState);
  toggle.addEventListener("click", () => (audio.paused ? play() : audio.pause()));
  seek.addEventListener("input", () => {
    audio.currentTime = Number(seek.value);
    showPlace();
  });
  audio.addEventListener("play", () => pauseOthers(audio));
  for (const event of ["play", "pause", "ended"]) audio.addEventListener(event, showState);
  for (const event of ["timeupdate", "loadedmetadata", "seeked"]) {
    audio.addEventListener(event, showPlace);
  }
  audio.hidden = true;
  bar.hidden = false;
  showPlace();
}

// What stands in `root`: the page, or what a script has put into it.
export function enhance(root = document) {
  root.querySelectorAll("[data-player]").forEach(dress);
}
