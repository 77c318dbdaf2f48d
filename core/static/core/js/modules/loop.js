// A loop without sound plays while it is in sight, unless its visitor wants things still.
export function loop(video, play) {
  let wanted = !matchMedia("(prefers-reduced-motion: reduce)").matches && !navigator.connection?.saveData;
  const look = (entries) => (entries.at(-1).isIntersecting && wanted ? play() : video.pause());
  new IntersectionObserver(look, { threshold: 0.3 }).observe(video);
  return () => {
    wanted = video.paused;
    if (wanted) play();
    else video.pause();
  };
}
