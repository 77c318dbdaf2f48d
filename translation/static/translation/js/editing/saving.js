/** Keeps what is typed, soon after it is typed, and says whether it is kept. */
import { ask } from "./asking.js";
import { areaOf, fieldOf, rowOf, write } from "./fields.js";
import { settle, tell, tellConflict } from "./telling.js";

const PAUSE = 800;

export class Keeper {
  constructor(root, words) {
    this.words = words;
    this.root = root;
    this.token = root.querySelector("[name=csrfmiddlewaretoken]").value;
    [this.kept, this.timers, this.busy] = [new Map(), new Map(), new Map()];
  }

  watch(rows) {
    // Somebody may have begun to write before this script was there.
    for (const row of rows) this.kept.set(row, areaOf(row).defaultValue);
    this.root.addEventListener("input", ({ target }) => this.onInput(target));
    this.root.addEventListener("click", (event) => this.onClick(event));
    addEventListener("online", () => this.flush());
    addEventListener("beforeunload", (event) => {
      if (this.unkept().length) event.preventDefault();
    });
    // Whatever is sent from here is about the words as they stand in the fields.
    addEventListener("submit", (event) => this.onSubmit(event), { capture: true });
    this.flush();
  }

  unkept() {
    return [...this.kept].filter(([row, text]) => areaOf(row).value !== text).map(([row]) => row);
  }

  flush() {
    return Promise.all(this.unkept().map((row) => this.keep(row)));
  }

  onInput(target) {
    const row = rowOf(target);
    if (!row || target.closest("[data-editing-aids]")) return;
    clearTimeout(this.timers.get(row));
    tell(row, "saving", this.words.saving);
    this.timers.set(row, setTimeout(() => this.keep(row), PAUSE));
  }

  onClick(event) {
    const row = rowOf(event.target);
    const act = event.target.closest("[data-editing-act]")?.dataset.editingAct;
    if (act) event.preventDefault();
    if (["again", "confirm", "mine"].includes(act)) this.keep(row, { anyway: true });
    if (act === "take") this.take(row, event.target.closest("[data-words]").dataset.words);
  }

  take(row, text) {
    write(row, text);
    this.keep(row, { anyway: true });
    fieldOf(row).focus();
  }

  async onSubmit(event) {
    const form = event.target;
    if (form.closest("[data-editing-aids]") || !this.unkept().length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await this.flush();
    if (!this.unkept().length) form.requestSubmit(event.submitter);
  }

  /** Sends the words of a row; one at a time, the latest last. */
  keep(row, { anyway = false } = {}) {
    clearTimeout(this.timers.get(row));
    const before = this.busy.get(row) ?? Promise.resolve();
    const now = before.then(() => this.send(row, anyway));
    this.busy.set(row, now);
    return now;
  }

  async send(row, anyway) {
    const text = areaOf(row).value;
    if (text === this.kept.get(row) && !anyway) return void tell(row, "", "");
    const body = new FormData();
    body.set("words", text);
    body.set("seen", row.dataset.seen);
    tell(row, "saving", this.words.saving);
    const { ok, data } = await this.ask(row.dataset.url, body);
    if (ok) {
      this.kept.set(row, text);
      settle(row, data, this.words.saved);
    } else {
      tell(row, "failed", data.message ?? this.words.failed);
      if (data.theirs !== undefined) tellConflict(row, data);
    }
  }

  ask(url, body) {
    return ask(url, body, this.token);
  }
}
