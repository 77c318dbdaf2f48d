// The texts of a form, plain and formatted, and how facts are put into them.
(() => {
  const PLAIN = [".w-field--text_input", ".w-field--textarea", ".w-field--admin_auto_height_text_input"]
    .flatMap((kind) => [`${kind} input[type='text']`, `${kind} textarea`])
    .join();
  const RICH = "[data-draftail-editor-wrapper]";
  // Wagtail takes a formatted text into the form a moment after it changes.
  const SAVED_AFTER = 400;

  const wrapper = (field) => field.closest("[data-field-input]") || field.parentElement;

  function changed(field) {
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }

  /** A plain text of the form, to be looked through and changed. */
  function plainText(field) {
    const replace = (start, end, token) => {
      field.setRangeText(token, start, end, "end");
      changed(field);
      field.focus();
    };
    return { field, text: () => field.value, replace };
  }

  function apply(field, state) {
    field.draftailEditor.onChange(state);
    setTimeout(() => changed(field), SAVED_AFTER);
  }

  /** The link around a part of a text, unless it leads to what the part says: a fact leads there by itself. */
  function kept(content, block, start, end) {
    const entity = block.getEntityAt(start);
    const { url = "" } = entity ? content.getEntity(entity).getData() : {};
    return url.includes(block.getText().slice(start, end)) ? null : entity;
  }

  /** A paragraph of a formatted text. */
  function paragraph(field, key) {
    const state = () => field.draftailEditor.getEditorState();
    const block = () => state().getCurrentContent().getBlockForKey(key);
    const replace = (start, end, token) => {
      const { EditorState, Modifier, SelectionState } = window.DraftJS;
      const range = SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end });
      const style = block().getInlineStyleAt(start);
      const content = state().getCurrentContent();
      const next = Modifier.replaceText(content, range, token, style, kept(content, block(), start, end));
      apply(field, EditorState.push(state(), next, "insert-characters"));
    };
    return { field, text: () => block()?.getText() ?? "", replace };
  }

  /** The address that a formatted text leads to. */
  function link(field, key) {
    const content = () => field.draftailEditor.getEditorState().getCurrentContent();
    const text = () => content().getEntity(key).getData().url || "";
    const replace = (start, end, token) => {
      const { EditorState } = window.DraftJS;
      const url = text().slice(0, start) + token + text().slice(end);
      const state = field.draftailEditor.getEditorState();
      apply(field, EditorState.push(state, content().mergeEntityData(key, { url }), "apply-entity"));
    };
    return { field, text, replace };
  }

  function richTexts(editor) {
    const field = editor.parentElement.querySelector("input[type='hidden']");
    if (!field?.draftailEditor) return [];
    const blocks = field.draftailEditor.getEditorState().getCurrentContent().getBlocksAsArray();
    const links = blocks.flatMap((block) => block.getCharacterList().map((sign) => sign.getEntity()).toArray());
    return [
      ...blocks.map((block) => paragraph(field, block.getKey())),
      ...[...new Set(links)].filter(Boolean).map((key) => link(field, key)),
    ];
  }

  /** Whether a field holds a quotation, which stays word for word. */
  function isQuoted(field) {
    return window.factsInTexts.data().quoted.includes(field.name);
  }

  /** Every text of the form; each can be read anew, and changed. */
  function texts(form) {
    const plain = [...form.querySelectorAll(PLAIN)].map(plainText);
    const rich = [...form.querySelectorAll(RICH)].flatMap(richTexts);
    return [...plain, ...rich].filter(({ field }) => !isQuoted(field));
  }

  window.factsInTexts.fields = { isPlain: (field) => field.matches?.(PLAIN) && !isQuoted(field), plainText, texts, wrapper };
})();
