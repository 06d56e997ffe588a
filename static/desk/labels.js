// Names for what other people's scripts build without one: autocomplete, rich text, two-box dates.
"use strict";
(() => {
  const words = (field) => field?.labels?.[0]?.textContent.trim();

  const nameAutocomplete = (select) => {
    const boxes = select.nextElementSibling?.querySelectorAll(
      ".select2-search__field, [role=combobox], [role=textbox]",
    );
    boxes?.forEach((box) => box.setAttribute("aria-label", words(select) ?? "Выбор"));
  };

  const nameEditor = (event) => {
    const field = event.detail.textarea;
    const box = field.closest(".prose-editor")?.querySelector("[contenteditable]");
    if (!box) return;
    box.lang = field.lang;
    box.setAttribute("aria-label", words(field) ?? "Текст");
  };

  const nameDates = (pair) => {
    const [day, time] = pair.querySelectorAll("input");
    day?.setAttribute("aria-label", "Дата");
    time?.setAttribute("aria-label", "Время");
  };

  document.addEventListener("prose-editor:ready", nameEditor);
  document.addEventListener("formset:added", (event) => {
    event.target.querySelectorAll("select.admin-autocomplete").forEach(nameAutocomplete);
  });
  window.addEventListener("load", () => {
    // jQuery keeps the order: by then the autocomplete has built its boxes.
    window.django?.jQuery(() => {
      document.querySelectorAll("select.admin-autocomplete").forEach(nameAutocomplete);
    });
    document.querySelectorAll("p.datetime").forEach(nameDates);
    document.querySelectorAll(".help-tooltip[aria-label]").forEach((picture) => (picture.role = "img"));
  });
})();
