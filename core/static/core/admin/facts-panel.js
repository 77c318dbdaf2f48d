// Lets writers choose a fact, and points out where a text tells one literally.
(() => {
  const PAUSE = 700;
  // Every fact that is looked for holds one of these signs.
  const WORTH_ASKING = /[\d@/]/;
  const facts = window.factsInTexts;
  const { element } = facts;

  class FactsController extends window.StimulusModule.Controller {
    static targets = ["case", "dialog", "list", "said"];
    static values = { address: String, none: String, repeats: String, replace: String, said: String };

    connect() {
      if (!this.hasDialogTarget) return;
      this.form = this.element.closest("form");
      this.answers = new Map();
      this.button = element("button", "button button-small button-secondary fact-insert", facts.data().insert);
      this.button.addEventListener("click", () => this.choose(this.field));
      // Editors of formatted texts come after the form, and with every new block.
      this.observer = new MutationObserver(() => this.soon());
      this.observer.observe(this.form, { childList: true, subtree: true });
      this.soon();
    }

    disconnect() {
      clearTimeout(this.waiting);
      this.observer?.disconnect();
    }

    /** Stands the button beneath the plain text that is being written. */
    offer({ target }) {
      if (!this.form?.contains(target) || !facts.fields.isPlain(target)) return;
      this.field = target;
      facts.fields.wrapper(target).append(this.button);
    }

    choose(field) {
      const { selectionStart, selectionEnd } = field;
      this.ask((token) => facts.fields.plainText(field).replace(selectionStart, selectionEnd, token));
    }

    open({ detail }) {
      this.ask(detail.insert);
    }

    ask(insert) {
      this.insert = insert;
      this.list();
      this.dialogTarget.showModal();
    }

    close() {
      this.dialogTarget.close();
    }

    /** The facts in the chosen case; what has none stays as it is. */
    list() {
      const wanted = this.hasCaseTarget ? this.caseTarget.value : "";
      const rows = facts.data().facts.map((fact) => {
        const usable = wanted in fact.told ? wanted : "";
        const row = document.createElement("li");
        const button = element("button", "facts-panel__choice", fact.told[usable]);
        button.prepend(element("span", "facts-panel__name", `${fact.label} `));
        button.addEventListener("click", () => {
          this.close();
          this.insert(facts.token(fact, usable));
        });
        row.append(button);
        return row;
      });
      this.listTarget.replaceChildren(...rows);
    }

    soon() {
      clearTimeout(this.waiting);
      if (this.form) this.waiting = setTimeout(() => this.find(), PAUSE);
    }

    async find() {
      const texts = facts.fields.texts(this.form).map((place) => [place, place.text()]);
      const asked = [...new Set(texts.map(([, text]) => text))].filter((text) => WORTH_ASKING.test(text) && !this.answers.has(text));
      if (asked.length) {
        const headers = { "X-CSRFToken": this.form.querySelector("[name=csrfmiddlewaretoken]").value };
        const body = JSON.stringify({ texts: asked });
        const answer = await fetch(this.addressValue, { method: "POST", headers, body }).catch(() => null);
        if (!answer?.ok) return;
        const { found } = await answer.json();
        asked.forEach((text, position) => this.answers.set(text, found[position]));
      }
      const found = texts.flatMap(([place, text]) => (this.answers.get(text) || []).map((one) => ({ place, ...one })));
      facts.showNotes(this, found);
    }
  }

  window.wagtail.app.register("facts", FactsController);
})();
