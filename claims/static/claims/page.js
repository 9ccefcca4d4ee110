// What every page can do with scripts on: keys, menus that close, fields that offer rows.
// Without scripts all of it works by links and forms.

import { listenForKeys } from "./keys.js";
import { offerRows } from "./finder.js";

const root = document.documentElement;
root.classList.add("script");

// Menus are <details>: close them on a click outside and on Escape.
function closeMenus(but) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== but) menu.open = false;
  }
}
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.menu[open]");
  closeMenus(null);
  if (open) open.querySelector("summary").focus();
});

// A select that changes the order of a list sends its form.
for (const select of document.querySelectorAll("select[data-submits]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

for (const field of document.querySelectorAll("input[data-find]")) offerRows(field);

// A slider and the number beside it say the same; the slider is what the form sends.
for (const slider of document.querySelectorAll("input[data-slider]")) {
  const number = slider.nextElementSibling;
  slider.addEventListener("input", () => { number.value = Number(slider.value).toFixed(2); });
  number.addEventListener("change", () => {
    slider.value = number.value.replace(",", ".");
    number.value = Number(slider.value).toFixed(2);
  });
}

// A page about work under way looks again by itself.
for (const place of document.querySelectorAll("[data-refresh]")) {
  setTimeout(() => location.reload(), 1000 * Number(place.dataset.refresh));
}

// The summary of errors gets the focus, so that it is read first.
document.querySelector(".notice--bad[tabindex]")?.focus();

// The current entry of the narrow menu is in view.
document.querySelector(".main-nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

listenForKeys();
