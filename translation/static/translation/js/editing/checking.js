/** Tells what may be wrong with words while they are typed. */
import { Checks } from "../checks.js";
import { areaOf, rowOf } from "./fields.js";

function shown({ message, severity, fix }, template) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.classList.toggle("editing-check--error", severity === "error");
  item.querySelector("span").textContent = message;
  if (fix === null) item.querySelector("button").remove();
  else item.dataset.words = fix;
  return item;
}

export function checkWhileTyping(root, token) {
  const { url, record } = root.dataset;
  const checks = new Checks(url, token);
  const template = root.querySelector("#editing-check");
  root.addEventListener("input", async ({ target }) => {
    const row = rowOf(target);
    const list = row?.querySelector("[data-editing-checks]");
    if (!list || target.closest("[data-editing-aids]")) return;
    const answer = await checks.ask({
      record: Number(record),
      segment: Number(row.dataset.segment),
      rich: row.hasAttribute("data-rich"),
      text: areaOf(row).value,
    });
    if (answer) list.replaceChildren(...answer.warnings.map((each) => shown(each, template)));
  });
}
