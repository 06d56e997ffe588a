// Ctrl+S saves and stays; «Не сохранено» stands beside the buttons from the first change on.
"use strict";
(() => {
  const stay = document.querySelector(".submit-row [name=_continue]");
  const unsaved = document.getElementById("unsaved");

  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyS" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    stay?.click();
  });

  const note = (event) => {
    if (unsaved && event.target.name !== "_lang" && event.target.closest("#content-main form")) {
      unsaved.textContent = "Не сохранено";
    }
  };
  document.addEventListener("input", note);
  document.addEventListener("change", note);
})();
