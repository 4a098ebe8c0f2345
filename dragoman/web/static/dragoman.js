// What scripts add to pages that work without them.
"use strict";

const root = document.documentElement;

// `/` goes to the search box, Escape leaves it.
document.addEventListener("keydown", (event) => {
  const box = document.getElementById("q");
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "Escape" && event.target === box) {
    box.blur();
  }
});

// Light or dark, as chosen; as the system says, until somebody chooses.
function themeButton() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "theme";
  const name = () => {
    button.textContent = isDark() ? "☀" : "☾";
    button.setAttribute("aria-label", isDark() ? "Light theme" : "Dark theme");
    button.title = button.getAttribute("aria-label");
  };
  const tell = () => {
    name();
    document.dispatchEvent(new CustomEvent("theme"));
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
    tell();
  });
  dark.addEventListener("change", tell);
  name();
  document.querySelector("header.top").append(button);
}

// Ranges say their value as they are moved, and are asked for when let go.
function ranges() {
  for (const range of document.querySelectorAll("form.years input[type=range]")) {
    const output = range.parentElement.querySelector("output");
    range.addEventListener("input", () => { output.textContent = range.value; });
    range.addEventListener("change", () => range.form.requestSubmit());
  }
}

// An address without its blanks is the one to share.
function tidyForms() {
  for (const form of document.querySelectorAll("form.filters, form.search")) {
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData]) {
        if (value === "" && event.formData.getAll(name).every((one) => one === "")) {
          event.formData.delete(name);
        }
      }
    });
  }
  document.addEventListener("htmx:configRequest", (event) => {
    const asked = event.detail.formData;
    if (!asked) return;
    for (const [name, value] of [...asked.entries()]) {
      if (value === "") asked.delete(name);
    }
  });
}

// What a click on a mark shows stands far from the mark on a narrow page.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "claim") {
    event.detail.target.scrollIntoView({ block: "nearest" });
  }
});

// Who corrects says their name once; it is kept on this machine alone.
function names() {
  for (const input of document.querySelectorAll("input[data-keep]")) {
    const key = `kept-${input.dataset.keep}`;
    input.value ||= localStorage.getItem(key) ?? "";
    input.form.addEventListener("submit", () => localStorage.setItem(key, input.value));
  }
}

themeButton();
ranges();
tidyForms();
names();
