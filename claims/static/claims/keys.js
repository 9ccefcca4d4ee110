// Single keys outside of fields: search, going to a page, next and previous row, verdicts, undo, the list
// of keys. <html data-keys="off"> switches all of them off (WCAG 2.1.4).

const GO_WITHIN = 1500; // milliseconds between "g" and the letter of the page

let waitsForPage = 0;

function isTyping(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog[open]");
}

export function rows() {
  return [...document.querySelectorAll("[data-row]")];
}

function currentRow() {
  return document.querySelector("[data-row].is-current, [data-row][aria-current=true]");
}

export function take(row, withFocus = true) {
  if (!row) return;
  const before = currentRow();
  if (before) {
    before.classList.remove("is-current");
    before.removeAttribute("aria-current");
  }
  row.classList.add("is-current");
  row.setAttribute("aria-current", "true");
  if (!withFocus) return;
  const link = row.querySelector("[data-open]") || row;
  link.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

export function step(by) {
  const all = rows();
  const place = all.indexOf(currentRow());
  take(all[place < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(place + by, 0), all.length - 1)]);
}

function judge(key) {
  const match = currentRow()?.matches("[data-match]") ? currentRow() : document.querySelector("[data-match]");
  const button = match?.querySelector(`[data-verdict="${key}"]`);
  if (!button) return false;
  button.click();
  return true;
}

function showKeys() {
  document.getElementById("keys-dialog")?.showModal();
}

function go(key) {
  const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  if (link) link.click();
  return Boolean(link);
}

function press(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target) target.click();
  // A fold that opens takes whoever pressed its key to its first field.
  if (target?.matches("summary")) target.parentElement.querySelector("input:not([type=hidden])")?.focus();
  return Boolean(target);
}

function answer(key) {
  if (waitsForPage && Date.now() - waitsForPage < GO_WITHIN) {
    waitsForPage = 0;
    if (go(key)) return true;
  }
  if (press(key)) return true; // what a button of the page says comes before what the key means elsewhere
  switch (key) {
    case "g": waitsForPage = Date.now(); return true;
    case "/": document.getElementById("head-q")?.focus(); return true;
    case "?": showKeys(); return true;
    case "j": step(1); return true;
    case "k": step(-1); return true;
    case "1": case "2": case "3": case "4": return judge(key);
    default: return false;
  }
}

export function listenForKeys() {
  for (const link of document.querySelectorAll("[data-show=keys]")) {
    link.addEventListener("click", (event) => { event.preventDefault(); showKeys(); });
  }
  // After a verdict the page comes back at the judged match: the next one is the current one.
  const judged = location.hash.startsWith("#match-") && document.querySelector(location.hash);
  const all = rows().filter((row) => row.matches("[data-match]"));
  if (all.length) {
    const open = all.slice(judged ? all.indexOf(judged) : 0).find((row) => row.querySelector(".verdicts:not(details *)"));
    take(open || all[0], Boolean(judged));
  }
  if (document.documentElement.dataset.keys === "off") return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!(event.target instanceof Element) || isTyping(event.target)) return;
    if (event.repeat && !["j", "k"].includes(event.key)) return; // a key that is held down decides once
    if (answer(event.key)) event.preventDefault();
  });
}
