/* Inserts a reply template where the cursor is; without a script the page is sent and comes back with it. */
for (const button of document.querySelectorAll("[data-insert]")) {
  button.addEventListener("click", (event) => {
    const option = button.form.querySelector("[data-replies]").selectedOptions[0];
    const words = button.form.querySelector("textarea");
    event.preventDefault();
    if (!option.dataset.words) return;
    const end = words.selectionEnd;
    words.setRangeText(option.dataset.words, words.selectionStart, end, "end");
    words.focus();
  });
}
