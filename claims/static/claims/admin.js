// Names the autocomplete fields of the administration for screen readers: Select2 forgets their labels.

function nameFields() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const shown = select.nextElementSibling;
    if (!label || !shown || !shown.matches(".select2-container")) continue;
    const words = label.textContent.trim().replace(/:$/, "");
    for (const part of shown.querySelectorAll(".select2-selection, .select2-selection__rendered")) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", words);
    }
  }
}

// jQuery calls in the order of asking: Django's own script, which has Select2 draw its fields, asked first.
window.django?.jQuery?.(nameFields);
