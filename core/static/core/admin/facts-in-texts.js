// The facts of the call as a form knows them: what each token reads like now.
(() => {
  const TOKEN = /\{([a-z][a-z_]{2,39})((?::[a-z_]{2,20}){0,2})\}/g;
  const NOTHING = { facts: [], cases: [], quoted: [], insert: "" };

  function data() {
    const element = document.getElementById("facts-in-texts");
    return element ? JSON.parse(element.textContent) : NOTHING;
  }

  /** The token of a fact in a form and case. */
  function token({ name, form }, wanted = "") {
    return `{${[name, form, wanted].filter(Boolean).join(":")}}`;
  }

  /** What a token reads like, with the name of the fact; nothing for an unknown one. */
  function told(text) {
    const [name, ...rest] = text.slice(1, -1).split(":");
    const same = data().facts.filter((fact) => fact.name === name);
    const fact = same.find(({ form }) => form && form === rest[0]) || same.find(({ form }) => !form);
    if (!fact) return null;
    const left = fact.form ? rest.slice(1) : rest;
    const words = fact.told[left[0] || ""];
    return words && left.length < 2 ? { label: fact.label, words } : null;
  }

  /** Every token in a text, as [start, end]. */
  function places(text) {
    return [...text.matchAll(TOKEN)].map((found) => [found.index, found.index + found[0].length]);
  }

  /** An element of the page with its text. */
  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    if (name === "button") made.type = "button";
    return made;
  }

  window.factsInTexts = { data, element, places, token, told };
})();
