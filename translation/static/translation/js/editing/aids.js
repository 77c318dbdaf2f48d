/** What helps with the string that has the cursor: words, checks, remarks, history. */
import { insert, rowOf, write } from "./fields.js";
import { settle } from "./telling.js";

export class Aids {
  constructor(root, keeper, words) {
    this.root = root;
    this.keeper = keeper;
    this.words = words;
    this.row = null;
    root.addEventListener("focusin", ({ target }) => this.open(rowOf(target)));
    root.addEventListener("editing:kept", ({ target }) => this.renew(rowOf(target)));
    root.addEventListener("click", ({ target }) => this.onClick(target));
    root.addEventListener("submit", (event) => this.onSubmit(event));
  }

  place(row) {
    return row.querySelector("[data-editing-aids]");
  }

  async open(row) {
    if (!row || row === this.row) return;
    if (this.row) this.close(this.row);
    this.row = row;
    row.setAttribute("data-current", "");
    row.dispatchEvent(new CustomEvent("editing:current", { bubbles: true }));
    await this.load(row);
  }

  close(row) {
    const top = this.row.getBoundingClientRect().top;
    row.removeAttribute("data-current");
    // A half-written remark stays where it is.
    if ([...this.place(row).querySelectorAll("textarea")].some(({ value }) => value)) return;
    this.place(row).replaceChildren();
    scrollBy({ top: Math.min(0, this.row.getBoundingClientRect().top - top), behavior: "instant" });
  }

  async load(row) {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const answer = await fetch(row.dataset.url, { headers }).catch(() => null);
    if (!answer?.ok || this.row !== row) return;
    const html = await answer.text();
    const place = this.place(row);
    if (this.row === row && !place.querySelector("textarea:focus")) this.fill(place, html);
  }

  fill(place, html) {
    const opened = [...place.querySelectorAll("details[open]")].map(({ dataset }) => dataset.name);
    place.innerHTML = html;
    for (const details of place.querySelectorAll("details")) {
      if (opened.includes(details.dataset.name)) details.open = true;
    }
  }

  renew(row) {
    if (row === this.row && !this.place(row).contains(document.activeElement)) this.load(row);
  }

  onClick(target) {
    const button = target.closest("[data-editing-insert]");
    if (button) insert(rowOf(button), button.dataset.editingInsert);
  }

  /** Restores an earlier wording, says or settles a remark: without leaving the page. */
  async onSubmit(event) {
    const form = event.target;
    const row = rowOf(form);
    if (!row || !form.closest("[data-editing-aids]")) return;
    event.preventDefault();
    const answer = await this.keeper.ask(form.action, new FormData(form, event.submitter));
    if (!answer.ok) {
      document.querySelector("[data-editing-live]").textContent =
        answer.data.message ?? answer.data.error ?? this.words.failed;
      return;
    }
    if (answer.data.words !== undefined) {
      write(row, answer.data.words);
      this.keeper.kept.set(row, row.querySelector("[data-editing-words]").value);
      settle(row, answer.data, this.words.saved);
    }
    form.reset();
    await this.load(row);
    this.count(row);
  }

  count(row) {
    const list = this.place(row).querySelector("[data-editing-unsettled]");
    if (list) row.dataset.remarks = list.dataset.editingUnsettled;
    row.dispatchEvent(new CustomEvent("editing:remarks", { bubbles: true }));
  }
}
