// The words beside the picture, detail by detail.
export function tour(dialog) {
  const details = [...document.querySelectorAll("[data-look]")];
  const words = dialog.querySelector(".zoom__words");
  if (!words) return { details };
  const [title, text] = words.children;
  const [count, back, on] = words.nextElementSibling.children;
  const start = words.cloneNode(true);
  const { textContent: whole, dataset } = count;

  function tell(number) {
    const detail = details[number - 1];
    const told = detail ?? start;
    title.textContent = told.querySelector("h2, h3").textContent;
    text.replaceChildren(...told.cloneNode(true).querySelectorAll("h2 + div > p, h3 ~ p"));
    count.textContent = detail ? dataset.words.replace("{number}", number) : whole;
    back.ariaDisabled = !detail;
    on.ariaDisabled = number === details.length;
    words.scrollTop = 0;
  }

  return { details, tell };
}
