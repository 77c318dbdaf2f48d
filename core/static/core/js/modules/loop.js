// A loop without sound plays while it is in sight, unless its visitor wants things still.
// Beside the work where a walk stands it waits.
export function loop(video, play) {
  let wanted = !matchMedia("(prefers-reduced-motion: reduce)").matches && !navigator.connection?.saveData;
  const look = (entries) => (entries.at(-1).isIntersecting && wanted && !video.closest("[inert]") ? play() : video.pause());
  new IntersectionObserver(look, { threshold: [0.3, 0.9] }).observe(video);
  return () => {
    wanted = video.paused;
    if (wanted) play();
    else video.pause();
  };
}
