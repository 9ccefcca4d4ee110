// Answers given row by row without waiting for a page: <form data-answer> in a [data-row] of [data-answers].
// The next row is current at once; the answer is sent beside it, and the row comes back as the server shows
// it now ({html, words, undo} or {problem}). Undo brings the row back from its own address (data-one).
// After the last open row the page goes on at data-goes-on. Without scripts the same forms load pages.

import { rows, step, take } from "./keys.js";

const SHOWN_FOR = 20000; // milliseconds that the offer to undo stands
const LAST = "last answer"; // in the session's store: the offer to undo goes along to the next page

let underWay = 0;
let before = Promise.resolve(); // answers are sent one after the other, in the order in which they were given

function isOpen(row) {
  const form = row.querySelector("form[data-answer]");
  return Boolean(form) && !form.closest("details") && !row.hasAttribute("aria-busy");
}

function nextOpen(row) {
  const all = rows();
  const place = all.indexOf(row);
  return all.slice(place + 1).find(isOpen);
}

function replaced(row, html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  const fresh = holder.content.firstElementChild;
  fresh.setAttribute("aria-label", row.getAttribute("aria-label"));
  if (row.matches(".is-current")) { fresh.classList.add("is-current"); fresh.setAttribute("aria-current", "true"); }
  row.replaceWith(fresh);
  return fresh;
}

function toasts() {
  const there = document.querySelector(".toasts");
  if (there) return there;
  const made = document.createElement("div");
  made.className = "toasts";
  made.setAttribute("role", "status");
  document.querySelector("main").prepend(made);
  return made;
}

function tell(words, undo, row) {
  const toast = document.getElementById("answer-toast").content.firstElementChild.cloneNode(true);
  toast.querySelector("span").textContent = words;
  const form = toast.querySelector("form");
  if (undo) {
    form.action = undo;
    form.addEventListener("submit", (event) => { event.preventDefault(); takeBack(form, row, toast); });
  } else {
    form.remove();
  }
  toasts().replaceChildren(toast);
  setTimeout(() => toast.remove(), SHOWN_FOR);
}

function complain(words, row) {
  const notice = document.getElementById("answer-problem").content.firstElementChild.cloneNode(true);
  notice.querySelector("p").textContent = words;
  if (!row) return document.querySelector("[data-answers]").prepend(notice);
  row.before(notice);
  take(row);
}

async function ask(address, options) {
  const answer = await fetch(address, { ...options, headers: { Accept: "application/json" } });
  if (answer.redirected) throw new Error("signed out");
  return answer.json();
}

async function takeBack(form, row, toast) {
  try {
    const { problem, words } = await ask(form.action, { method: "POST", body: new FormData(form) });
    if (problem) return complain(problem, row());
    if (!row()) return location.reload(); // it was on the page before: the queue has it again
    const { html } = await ask(row().dataset.one, {});
    const fresh = replaced(row(), html);
    toast.remove();
    take(fresh);
    tell(words, "", null);
  } catch {
    complain("The site did not answer. Look whether it runs, then press Undo again.", row());
  }
}

function goOn(address, last) {
  sessionStorage.setItem(LAST, JSON.stringify(last));
  location.assign(address);
}

function tellLast() {
  const last = JSON.parse(sessionStorage.getItem(LAST) || "null");
  sessionStorage.removeItem(LAST);
  if (last?.undo) tell(last.words, last.undo, () => null);
}

async function send(form, button) {
  let row = form.closest("[data-row]");
  const place = row.id;
  const body = new FormData(form, button);
  const next = nextOpen(row);
  row.setAttribute("aria-busy", "true");
  if (next) take(next);
  underWay += 1;
  let last = null;
  try {
    const asked = before.then(() => ask(form.action, { method: "POST", body }));
    before = asked.catch(() => {});
    const { problem, html, words, undo } = await asked;
    row.removeAttribute("aria-busy");
    if (problem) return complain(problem, row);
    replaced(row, html);
    last = { words, undo };
    tell(words, undo, () => document.getElementById(place));
  } catch {
    row.removeAttribute("aria-busy");
    return complain("The site did not answer. Your verdict is not stored; give it again.", row);
  } finally {
    underWay -= 1;
  }
  const list = document.querySelector("[data-answers]");
  if (!underWay && list?.dataset.goesOn && !rows().some(isOpen)) goOn(list.dataset.goesOn, last);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-answers] form[data-answer]")) return;
  event.preventDefault();
  if (!form.closest("[data-row]").hasAttribute("aria-busy")) send(form, event.submitter);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-later]")) step(1);
});

tellLast();
