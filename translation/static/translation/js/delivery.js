/* Tells how far the words of a file are taken, and shows what came of it. */

const EVERY = 1500;
const place = document.querySelector("[data-delivery-progress]");

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { done, total, finished } = await answer.json();
  if (finished) {
    location.reload();
    return;
  }
  const bar = place.querySelector("progress");
  bar.max = total;
  bar.value = done;
  place.querySelector("[data-delivery-told]").textContent = `${done} / ${total}`;
  setTimeout(look, EVERY);
}

if (place) setTimeout(look, EVERY);
