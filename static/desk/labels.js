// Names for what other people's scripts build without one: the autocomplete and the rich text.
"use strict";
(() => {
  const words = (field) => field.labels?.[0]?.textContent.trim();

  const nameAutocomplete = (select) => {
    const box = select.nextElementSibling;
    const target = box?.querySelector(".select2-search__field, [role=combobox]");
    if (target && words(select)) target.setAttribute("aria-label", words(select));
  };

  const nameEditor = (event) => {
    const field = event.detail.textarea;
    const box = field.closest(".prose-editor")?.querySelector("[contenteditable]");
    if (!box) return;
    box.lang = field.lang;
    if (words(field)) box.setAttribute("aria-label", words(field));
  };

  document.addEventListener("prose-editor:ready", nameEditor);
  window.addEventListener("load", () => {
    document.querySelectorAll("select.admin-autocomplete").forEach(nameAutocomplete);
  });
  document.addEventListener("formset:added", (event) => {
    event.target.querySelectorAll("select.admin-autocomplete").forEach(nameAutocomplete);
  });
})();
