// The two sides of a review show each other; what is typed is saved after a pause.
"use strict";
(() => {
  const form = document.getElementById("review_form");
  if (!form) return;
  const PAUSE = 2000;
  const saved = document.getElementById("saved");
  let waiting;
  let saving = null;
  // Cards changed on this page: only they are sent, since a page that closes may send little.
  const CARD = /^c\d+-/;
  const touched = new Set();

  // Hover and focus link the two sides.
  const mark = (id) => {
    document.querySelectorAll(".linked").forEach((each) => each.classList.remove("linked"));
    if (!id) return;
    document.querySelectorAll(`[data-card="${id}"]`).forEach((each) => each.classList.add("linked"));
  };
  const show = (from, byKey) => {
    const id = from.dataset.card;
    mark(id);
    if (from.classList.contains("piece")) {
      // The mouse never moves the page; the text stays where it is while the cards pass by.
      if (byKey) document.getElementById(id)?.scrollIntoView({ block: "center" });
      return;
    }
    const piece = document.getElementById(`t-${id}`);
    const box = document.querySelector(".source");
    if (piece && box.scrollHeight > box.clientHeight) {
      box.scrollTo({ top: piece.offsetTop - box.offsetTop - 60 });
    }
  };
  const link = (event, byKey) => {
    const from = event.target.closest?.("[data-card]");
    if (from) show(from, byKey);
  };
  form.addEventListener("mouseover", (event) => link(event, false));
  form.addEventListener("focusin", (event) => link(event, event.target.matches(":focus-visible")));

  // Saving: after a pause in typing, and at once when the page is left.
  const say = (words) => {
    if (saved) saved.textContent = words;
  };
  const save = async (leaving = false) => {
    clearTimeout(waiting);
    waiting = undefined;
    const data = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (!CARD.test(name) || touched.has(name.split("-")[0])) data.append(name, value);
    }
    data.append("_save", "1");
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { "X-Desk-Script": "1" },
        keepalive: leaving,
      });
      if (response.ok && !response.redirected) {
        form.elements.version.value = (await response.json()).version;
        say("Разбор сохранён.");
      } else if (response.status === 409) {
        say("Разбор тем временем изменили: нажмите любую кнопку, и оба варианта будут видны.");
      } else {
        say("Сохранить не удалось: нажмите «Отложить», чтобы попробовать снова.");
      }
    } catch {
      say("Нет связи: разбор сохранится, когда она появится и вы нажмёте любую кнопку.");
    }
  };
  const soon = (event) => {
    if (!CARD.test(event.target.name ?? "")) return;
    touched.add(event.target.name.split("-")[0]);
    clearTimeout(waiting);
    say("Не сохранено");
    waiting = setTimeout(() => (saving = save()), PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // On a slow line somebody types before this script has come.
  const typed = (box) => {
    if (box.options) return [...box.options].some((each) => each.selected !== each.defaultSelected);
    if (["checkbox", "radio"].includes(box.type)) return box.checked !== box.defaultChecked;
    return box.value !== (box.defaultValue ?? box.value);
  };
  for (const box of form.elements) if (typed(box)) soon({ target: box });
  // A button sends everything itself; it waits for a save under way, whose version it needs.
  let submitter = null;
  form.addEventListener("submit", async (event) => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!saving) return;
    event.preventDefault();
    submitter = event.submitter;
    await saving;
    saving = null;
    form.requestSubmit(submitter);
  });
  window.addEventListener("pagehide", () => waiting && save(true));

  document.addEventListener("keydown", (event) => {
    if (event.code === "KeyS" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[name=_save]"));
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.altKey) return;
    const open = [...form.querySelectorAll(".ask:not(.info), .errorlist")];
    if (!open.length) return;
    event.preventDefault();
    const here = open.findIndex((each) => each.contains(document.activeElement));
    const next = open[(here + step + open.length) % open.length] ?? open[0];
    next.scrollIntoView({ block: "center" });
    (next.querySelector("input, button, select, textarea") ?? next.parentElement.querySelector("input, select, textarea"))?.focus();
  });
})();
