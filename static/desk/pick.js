// The line above the boxes names what is chosen.
"use strict";
document.addEventListener("change", (event) => {
  const pick = event.target.closest("details.pick");
  if (!pick) return;
  const chosen = [...pick.querySelectorAll("label:has(:checked)")].map((label) => label.textContent.trim());
  pick.querySelector("summary").textContent = chosen.join(", ") || "не указаны";
});
