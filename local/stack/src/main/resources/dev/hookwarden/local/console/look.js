// Light, dark, or as the system has it.
import { byId, icon } from "./dom.js";

const THEMES = [["", "system", "as the system"], ["light", "sun", "light"], ["dark", "moon", "dark"]];

export function nextTheme() {
  const here = THEMES.findIndex(([name]) => name === (document.documentElement.dataset.theme ?? ""));
  const [next] = THEMES[(here + 1) % THEMES.length];
  if (next) {
    document.documentElement.dataset.theme = next;
    localStorage.setItem("hookwarden-theme", next);
  } else {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem("hookwarden-theme");
  }
  render();
}

export function begin() {
  byId("theme").addEventListener("click", nextTheme);
  render();
}

function render() {
  const [, picture, words] = THEMES.find(([name]) => name === (document.documentElement.dataset.theme ?? ""));
  byId("theme").setAttribute("aria-label", `Theme: ${words}`);
  byId("theme").title = `Theme: ${words}`;
  byId("theme").replaceChildren(icon(picture));
}
