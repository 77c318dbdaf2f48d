/** Makes the translator's editor, which works as a form, work as one types. */
import { Aids } from "./editing/aids.js";
import { checkWhileTyping } from "./editing/checking.js";
import { furnish } from "./editing/fields.js";
import { filterRows } from "./editing/filters.js";
import { moveByKeyboard } from "./editing/moving.js";
import { Preview } from "./editing/preview.js";
import { Keeper } from "./editing/saving.js";
import { keepStanding } from "./editing/standing.js";

const root = document.querySelector("[data-editing]");
const words = JSON.parse(document.querySelector("#editing-words").textContent);
const rows = [...root.querySelectorAll("[data-editing-row]")];

furnish(rows, words);
const keeper = new Keeper(root, words);
keeper.watch(rows);
new Aids(root, keeper, words);
checkWhileTyping(root, keeper.token);
moveByKeyboard(root, keeper);
filterRows(root, rows);
keepStanding(root);
if (root.querySelector("[data-editing-preview]")) new Preview(root, rows);

const dialog = root.querySelector("[data-editing-shortcuts]");
const opener = root.querySelector("[data-editing-shortcuts-open]");
opener.hidden = false;
opener.addEventListener("click", () => dialog.showModal());
root.querySelector("[data-editing-save]").hidden = true;
root.setAttribute("data-ready", "");
