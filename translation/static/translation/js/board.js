/* Choosing many texts of the board at once, and how many are chosen. */

const form = document.querySelector("[data-board]");
const all = form?.querySelector("[data-board-all]");

if (all) {
  const boxes = [...form.querySelectorAll("input[name=id]")];
  const count = form.querySelector("[data-board-count]");
  const words = count.textContent;

  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && !all.checked;
    count.textContent = chosen
      ? `${count.dataset.boardCount} ${chosen}`
      : words;
  };

  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  form.addEventListener("change", tell);
  tell();
}
