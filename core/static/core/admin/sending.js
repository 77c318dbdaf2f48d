/**
 * Sends an editor's form only while it is not being saved by itself.
 *
 * Wagtail saves a form soon after a change, and looks neither then nor later whether
 * it is being sent: a new page would be made twice, the second time at an address
 * that is taken by the first, and an older text could be saved after the newest.
 */
const FORM = "form[data-controller~='w-autosave']";

let isSaving = false;
let isSent = false;
let sendLater = null;

/** Sends the form as its button would have, even if that shows that it is busy. */
function send(form, button) {
  const isBusy = Boolean(button?.disabled);
  if (isBusy) button.disabled = false;
  form.requestSubmit(button);
  if (isBusy) button.disabled = true;
}

function afterSaving() {
  const waiting = sendLater;
  isSaving = false;
  sendLater = null;
  waiting?.();
}

window.addEventListener("w-autosave:save", (event) => {
  if (isSent || sendLater) event.preventDefault();
  else isSaving = !event.defaultPrevented;
});
window.addEventListener("w-autosave:success", afterSaving);
window.addEventListener("w-autosave:error", afterSaving);

window.addEventListener(
  "submit",
  (event) => {
    if (!isSaving || !event.target.matches(FORM)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sendLater = () => send(event.target, event.submitter);
  },
  { capture: true },
);

// The last to hear of it, after whoever may have kept the form back.
window.addEventListener("submit", (event) => {
  if (event.target.matches(FORM)) isSent = !event.defaultPrevented;
});
// A page that the browser kept may be edited and saved again.
window.addEventListener("pageshow", () => {
  isSent = false;
});
