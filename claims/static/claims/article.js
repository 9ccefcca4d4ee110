// The article page: tags, mentions and numbers are shown and hidden at once, and the address remembers it.

const article = document.querySelector("[data-article]");
const form = document.querySelector("form[data-shows]");

function remember() {
  const address = new URL(location.href);
  address.searchParams.delete("show");
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    if (box.checked) address.searchParams.append("show", box.value);
  }
  const all = form.querySelectorAll("input[type=checkbox]:not(:checked)").length === 0;
  if (all) address.searchParams.delete("show");
  else if (!address.searchParams.has("show")) address.searchParams.append("show", "");
  history.replaceState(null, "", address);
}

form?.addEventListener("change", (event) => {
  article.classList.toggle(`hides-${event.target.value}`, !event.target.checked);
  remember();
});
