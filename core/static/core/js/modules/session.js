// What a phone's lock screen and a keyboard's media keys know of what plays.
const STEP = 5;

export function tellSystem(piece, media, go) {
  const session = navigator.mediaSession;
  if (!session) return;
  const { title, artist } = piece.dataset;
  const src = piece.querySelector("img")?.currentSrc || media.poster;
  session.metadata = new MediaMetadata({ title, artist, artwork: src ? [{ src }] : [] });
  session.setActionHandler("seekto", ({ seekTime }) => go(seekTime));
  for (const step of [-STEP, STEP]) {
    session.setActionHandler(step < 0 ? "seekbackward" : "seekforward", () => go(media.currentTime + step));
  }
}
