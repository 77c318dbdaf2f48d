// Dresses videos and sounds: buttons, keys, words that follow, one playing at a time.
import { loop } from "./loop.js";
import { moments } from "./moments.js";
import { seekBar } from "./seek-bar.js";
import { tellSystem } from "./session.js";

const STEPS = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -30,
  PageUp: 30,
  Home: -1e9,
  End: 1e9,
};
const SHOWING = "showing";
const players = (root) => [...root.querySelectorAll("audio, video")];

function onlyOne({ target }) {
  if (target.loop) return;
  for (const media of players(document)) if (media !== target && !media.loop) media.pause();
}

function dress(piece) {
  const player = piece.querySelector("[data-player]");
  const [media] = players(player);
  const tracks = [...media.textTracks];
  const buttons = player.querySelectorAll("button");

  function show() {
    const states = { play: !media.paused, mute: media.muted, full: document.fullscreenElement === player };
    for (const button of buttons) {
      button.ariaPressed = states[button.name] ?? tracks[button.name].mode === SHOWING;
    }
  }

  // Playing that is stopped before it begins is no error: the button shows how it stands.
  const play = () => media.play().catch(show);
  const acts = {
    play: media.loop ? loop(media, play) : () => (media.paused ? play() : media.pause()),
    mute: () => (media.muted = !media.muted),
    full() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (player.requestFullscreen) player.requestFullscreen();
      else media.webkitEnterFullscreen();
    },
  };
  function choose({ target }) {
    const chosen = target.ariaPressed !== "true" && target.name;
    for (const name in tracks) tracks[name].mode = name === chosen ? SHOWING : "disabled";
  }

  for (const button of buttons) button.onclick = acts[button.name] ?? choose;
  media.onclick = acts.play;
  media.onplay = media.onpause = media.onvolumechange = player.onfullscreenchange = show;
  media.textTracks.onchange = show;
  media.controls = false;
  piece.dataset.piece = "dressed";
  show();
  if (!media.loop) follow(piece, player, media, play, acts);
}

function follow(piece, player, media, play, acts) {
  const bar = seekBar(player, media);
  const lists = [...piece.querySelectorAll("[data-moments]")].map((list) =>
    moments(list, media, (time) => {
      bar.go(time);
      play();
    }),
  );

  media.ontimeupdate = media.ondurationchange = () => {
    bar.show();
    lists.forEach((mark) => mark());
  };
  media.onplaying = () => tellSystem(piece, media, bar.go);
  player.onkeydown = (event) => {
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (STEPS[key]) bar.go(media.currentTime + STEPS[key] * (event.shiftKey ? 6 : 1));
    else if (key === " " && event.target.max) acts.play();
    else if (event.code === "KeyM") acts.mute();
    else return;
    event.preventDefault();
  };
}

// Dresses the players in `root`, each once: the page, or what a script put into it.
export function enhance(root = document) {
  document.addEventListener("play", onlyOne, true);
  root.querySelectorAll('[data-piece=""]').forEach(dress);
}
