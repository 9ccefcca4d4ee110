// A typed field that offers rows: <input data-find="address" data-into="name of the hidden field">.
// The chosen row's id goes into a hidden field; without data-into the name alone is taken.

const WAIT = 120; // milliseconds after the last letter

let lists = 0;

function option(row, list, place) {
  const item = document.createElement("li");
  item.id = `${list.id}-${place}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.id = row.id;
  item.dataset.name = row.name;
  const name = document.createElement("bdi");
  name.textContent = row.name;
  if (row.language) name.lang = row.language;
  const hint = document.createElement("span");
  hint.className = "quiet small";
  hint.textContent = row.hint || "";
  item.append(name, hint);
  return item;
}

export function offerRows(field) {
  const list = document.createElement("ul");
  list.id = `finder-${++lists}`;
  list.className = "finder-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  const box = document.createElement("div");
  box.className = "finder";
  field.before(box);
  box.append(field, list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");

  let asked = 0;
  let timer = 0;
  let chosen = null;

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function mark(item) {
    for (const other of list.children) other.setAttribute("aria-selected", String(other === item));
    if (item) {
      field.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  }

  function forget() {
    chosen?.remove();
    chosen = null;
  }

  function choose(item) {
    forget();
    field.value = item.dataset.name;
    if (field.dataset.into) {
      chosen = document.createElement("input");
      chosen.type = "hidden";
      chosen.name = field.dataset.into;
      chosen.value = item.dataset.id;
      field.form.append(chosen);
    }
    close();
  }

  async function ask() {
    const typed = field.value.trim();
    const mine = ++asked;
    if (!typed) return close();
    const address = `${field.dataset.find}?${new URLSearchParams({ q: typed })}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok || mine !== asked) return;
    const { found } = await answer.json();
    list.replaceChildren(...found.map((row, place) => option(row, list, place)));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(Boolean(found.length)));
  }

  field.addEventListener("input", () => {
    forget();
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const items = [...list.children];
    const place = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") mark(items[Math.min(place + 1, items.length - 1)]);
    else if (event.key === "ArrowUp") mark(items[Math.max(place - 1, 0)]);
    else if (event.key === "Enter" && place >= 0) choose(items[place]);
    else if (event.key === "Escape") { event.stopPropagation(); close(); return; }
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) { event.preventDefault(); choose(item); }
  });
  field.addEventListener("blur", close);
  // A filter's field narrows by the chosen row alone, not by its name as well.
  field.form?.addEventListener("submit", () => { if (chosen && field.name === "speaker_name") field.disabled = true; });
}
