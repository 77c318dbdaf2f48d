// Facts in formatted texts: a chip with the present value, and a button to insert one.
(() => {
  const { createElement } = window.React;
  const { EditorState, Modifier } = window.DraftJS;
  const facts = window.factsInTexts;

  const Chip = ({ decoratedText, children }) => {
    const known = facts.told(decoratedText);
    const words = known ? known.words : "?";
    return createElement(
      "span",
      {
        className: known ? "fact-chip" : "fact-chip fact-chip--unknown",
        title: known ? known.label : undefined,
        "data-told": words,
      },
      children,
    );
  };

  function insert({ getEditorState, onChange }, token, field) {
    const state = getEditorState();
    const content = state.getCurrentContent();
    const selection = state.getSelection();
    const style = state.getCurrentInlineStyle();
    const next = Modifier.replaceText(content, selection, token, style);
    const written = EditorState.push(state, next, "insert-characters");
    field.focus();
    onChange(EditorState.forceSelection(written, next.getSelectionAfter()));
  }

  const Menu = (editor) => {
    const { insert: label, facts: known } = facts.data();
    if (!known.length) return null;
    const choose = ({ currentTarget }) => {
      const field = currentTarget.closest(".Draftail-Editor").querySelector("[contenteditable]");
      const detail = { insert: (token) => insert(editor, token, field) };
      document.dispatchEvent(new CustomEvent("facts:choose", { detail }));
    };
    return createElement(
      "button",
      { type: "button", className: "button button-small button-secondary fact-insert", onClick: choose },
      label,
    );
  };

  window.draftail.registerPlugin(
    {
      type: "facts",
      strategy: (block, mark) => facts.places(block.getText()).forEach(([start, end]) => mark(start, end)),
      component: Chip,
    },
    "decorators",
  );
  window.draftail.registerPlugin({ type: "facts", meta: Menu }, "controls");
})();
