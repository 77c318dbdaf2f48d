// Chapters, and lines of a transcript: each leads to its moment, the current one is marked.
export function moments(list, media, leadTo) {
  const links = [...list.querySelectorAll("a")];
  let current;

  list.onclick = (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    leadTo(link.dataset.at);
  };
  return () => {
    const now = links.findLast((link) => link.dataset.at <= media.currentTime);
    if (now === current) return;
    current?.removeAttribute("aria-current");
    current = now;
    if (!now) return;
    now.ariaCurrent = true;
    // The list scrolls in its own box; the page stays where it is.
    list.scrollTop = now.offsetTop - list.clientHeight / 3;
  };
}
