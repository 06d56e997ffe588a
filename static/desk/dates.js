// Below a date: what the register understands of it, asked after a pause in typing.
"use strict";
(() => {
  const PAUSE = 400;
  let waiting;

  const show = (output, answer) => {
    output.classList.toggle("bad", Boolean(answer.error));
    if (answer.error || !answer.words) {
      output.textContent = answer.error ?? "";
      return;
    }
    const words = document.createElement("strong");
    words.textContent = answer.words;
    output.replaceChildren(words, ` — ${answer.rest}`);
  };

  const ask = async (input, output) => {
    const asked = input.value;
    try {
      const response = await fetch(`${output.dataset.asks}?${new URLSearchParams({ text: asked })}`);
      const answer = response.ok ? await response.json() : {};
      if (input.value === asked) show(output, answer);
    } catch {
      show(output, {});
    }
  };

  document.addEventListener("input", (event) => {
    const output = event.target.closest(".dated")?.querySelector("output");
    if (!output) return;
    clearTimeout(waiting);
    output.replaceChildren();
    waiting = setTimeout(() => ask(event.target, output), PAUSE);
  });
})();
