// Leads from a picture to the magnifier, which is fetched when the address asks for it.
const ASKED = /^#(zoom|look)/;

export function offerZoom() {
  const dialog = document.querySelector(".zoom");
  if (!dialog) return;

  async function follow(event) {
    if (!ASKED.test(location.hash)) return;
    removeEventListener("hashchange", follow);
    const { keepZoom } = await import(dialog.dataset.module);
    keepZoom(dialog, event);
  }

  document.addEventListener("click", (event) => {
    const { ctrlKey, metaKey, shiftKey, target } = event;
    const piece = target.closest(".stage__closer, .stage__frame")?.parentElement;
    const link = piece?.querySelector("[data-zoom]");
    if (!link || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    location.hash = link.dataset.zoom;
  });
  addEventListener("hashchange", follow);
  follow();
}
