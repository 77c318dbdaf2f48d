// What stands beneath a text that tells a fact literally, with the way to mend it.
(() => {
  const facts = window.factsInTexts;

  function note(panel, { place, start, end, text, token, label }) {
    const row = document.createElement("li");
    const words = panel.repeatsValue.replace("{text}", text).replace("{label}", label);
    const button = facts.element("button", "button button-small button-secondary", panel.replaceValue);
    button.setAttribute("aria-label", `${panel.replaceValue}: ${text}`);
    button.addEventListener("click", () => {
      // Somebody may have written on since the text was looked through.
      if (place.text().slice(start, end) === text) place.replace(start, end, token);
      panel.soon();
    });
    row.append(`${words} `, button);
    return row;
  }

  /** Shows what was found, beneath the field in which it was found. */
  facts.showNotes = (panel, found) => {
    const shown = JSON.stringify(found.map(({ place, ...one }) => [place.field.name, one]));
    if (shown === panel.shown) return;
    panel.shown = shown;
    panel.form.querySelectorAll(".fact-notes").forEach((list) => list.remove());
    for (const field of new Set(found.map(({ place }) => place.field))) {
      const list = facts.element("ul", "fact-notes", "");
      list.append(...found.filter(({ place }) => place.field === field).map((one) => note(panel, one)));
      facts.fields.wrapper(field).append(list);
    }
    const said = found.length ? panel.saidValue.replace("{count}", found.length) : panel.noneValue;
    panel.saidTarget.textContent = said;
  };
})();
