/** What a row says of itself: its state, whether its words are kept, and conflicts. */
import { areaOf } from "./fields.js";

const OPEN = new Set(["missing", "stale", "error", "machine"]);

export const isOpen = (row) => OPEN.has(row.dataset.state);

const live = () => document.querySelector("[data-editing-live]");

/** Says beside a row how it stands with its words; what is amiss is said aloud. */
export function tell(row, kind, text) {
  const status = row.querySelector("[data-editing-status]");
  status.dataset.kind = kind;
  status.textContent = text;
  row.querySelector("[data-editing-act=again]").hidden = kind !== "failed";
  if (kind === "failed" || kind === "saved") live().textContent = text;
}

/** Shows what the server has kept. */
export function settle(row, answer, text) {
  row.dataset.state = answer.state;
  row.dataset.seen = answer.seen;
  row.querySelector("[name^=seen-]").value = answer.seen;
  const state = row.querySelector("[data-editing-state]");
  state.textContent = answer.label;
  const error = row.querySelector("[data-editing-error]");
  error.textContent = answer.error;
  error.hidden = !answer.error;
  row.querySelector("[data-editing-conflict]").replaceChildren();
  row.querySelector("[data-editing-act=confirm]").hidden = !["error", "machine"].includes(
    answer.state,
  );
  tell(row, "saved", text);
  row.dispatchEvent(new CustomEvent("editing:kept", { bubbles: true, detail: answer }));
}

/** Shows what somebody else has written meanwhile, beside what was typed here. */
export function tellConflict(row, answer) {
  const box = document.querySelector("#editing-conflict").content.cloneNode(true);
  box.querySelector("[data-editing-author]").textContent = answer.message;
  const theirs = box.querySelector("[data-words]");
  theirs.dataset.words = answer.theirs;
  theirs.querySelector("[data-editing-theirs]").textContent = answer.theirs;
  theirs.querySelector("[data-editing-theirs]").lang = areaOf(row).lang;
  row.querySelector("[data-editing-conflict]").replaceChildren(box);
  row.dataset.seen = answer.seen;
}
