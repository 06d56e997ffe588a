// The language beside Russian: remembers the choice, Alt+1 … 4 switches, links to a text show it.
"use strict";
(() => {
  const KEY = "desk.language";
  const radios = [...document.querySelectorAll(".langs input[name=_lang]")];
  if (!radios.length) return;

  const choose = (radio) => {
    radio.checked = true;
    try {
      localStorage.setItem(KEY, radio.id);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  };

  const remembered = () => {
    try {
      return document.getElementById(localStorage.getItem(KEY));
    } catch {
      return null;
    }
  };

  const before = remembered();
  if (radios.includes(before)) before.checked = true;
  radios.forEach((radio) => radio.addEventListener("change", () => choose(radio)));

  document.addEventListener("keydown", (event) => {
    const number = /^Digit([1-4])$/.exec(event.code);
    if (!number || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(radios[number[1] - 1]);
  });

  // A link to a missing text, from «Готовность».
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#id_"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    const radio = document.getElementById(`lang-${field.lang}`);
    if (radio && field.offsetParent === null) choose(radio);
    event.preventDefault();
    const editor = field.closest(".prose-editor")?.querySelector("[contenteditable]");
    (editor ?? field).focus();
  });
})();
