/** Keeps what is said above the strings as true as the strings are. */
export function keepStanding(root) {
  const place = root.querySelector("[data-editing-standing]");
  let asked = 0;

  async function renew() {
    asked += 1;
    const turn = asked;
    const answer = await fetch(place.dataset.url).catch(() => null);
    if (!answer?.ok || turn !== asked) return;
    const text = await answer.text();
    const isWriting =
      place.contains(document.activeElement) ||
      [...place.querySelectorAll("input[type=text], textarea")].some(({ value }) => value);
    if (turn === asked && !isWriting) place.innerHTML = text;
  }

  root.addEventListener("editing:kept", renew);
}
