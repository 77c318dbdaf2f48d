// The words beside the picture, detail by detail.
export function tour(dialog) {
  const details = [...document.querySelectorAll("[data-look]")];
  const words = dialog.querySelector(".zoom__words");
  if (!words) return { details, tell() {} };
  const [title, text] = words.children;
  const [count, back, on] = words.nextElementSibling.children;
  const start = [title.textContent, [...text.children], count.textContent];

  function tell(number) {
    const detail = details[number - 1];
    title.textContent = detail?.querySelector("h3").textContent ?? start[0];
    const told = detail ? [...detail.querySelectorAll("p")] : start[1];
    text.replaceChildren(...told.map((part) => part.cloneNode(true)));
    count.textContent = detail ? count.dataset.words.replace("{number}", number) : start[2];
    back.ariaDisabled = !detail;
    on.ariaDisabled = number === details.length;
    words.scrollTop = 0;
  }

  return { details, tell };
}
