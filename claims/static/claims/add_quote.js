// Adding a missed quote: the selected words of the article, and where they stand, go into the form.
// Offsets count Unicode code points, as the server does; JavaScript's own count UTF-16 units.

const whole = document.getElementById("whole-text");
const form = document.querySelector("form[data-add-quote-form]");

function codePoints(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function before(node, offset) {
  const range = document.createRange();
  range.setStart(whole, 0);
  range.setEnd(node, offset);
  return codePoints(range.toString());
}

function takeSelection() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!whole.contains(range.startContainer) || !whole.contains(range.endContainer)) return;
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  const tail = words.length - words.trimEnd().length;
  const start = before(range.startContainer, range.startOffset) + codePoints(words.slice(0, lead));
  const end = before(range.endContainer, range.endOffset) - codePoints(words.slice(words.length - tail));
  if (start >= end) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  form.elements.words.value = words.trim();
}

document.addEventListener("selectionchange", takeSelection);
// Typed words are found by themselves: the offsets of an earlier selection do not count any more.
form.elements.words.addEventListener("input", () => {
  form.elements.start.value = "";
  form.elements.end.value = "";
});
