// Everything by keyboard.
import { byId, el } from "./dom.js";
import * as attempts from "./attempts.js";
import * as detail from "./detail.js";
import { nextTheme } from "./look.js";

const SHORTCUTS = [
  ["j ↓", "the next in the list"],
  ["k ↑", "the one before"],
  ["Enter", "open it"],
  ["Esc", "close it"],
  ["d", "deliveries"],
  ["r", "refusals"],
  ["/", "filter"],
  ["s", "send a valid sample"],
  ["t", "light, dark, or as the system"],
  ["?", "this"]
];

const DONE = {
  j: () => attempts.move(1),
  k: () => attempts.move(-1),
  d: () => attempts.choose("deliveries"),
  r: () => attempts.choose("refusals"),
  "/": () => byId("filter").focus(),
  s: () => document.querySelector("[data-sample=valid]")?.click(),
  t: nextTheme,
  "?": openHelp
};

export function begin() {
  byId("shortcuts").replaceChildren(...SHORTCUTS.flatMap(([keys, what]) =>
    [el("dt", {}, keys.split(" ").map(key => el("kbd", {}, key))), el("dd", {}, what)]));
  byId("help").addEventListener("click", openHelp);
  document.addEventListener("keydown", pressed);
}

function openHelp() {
  byId("keyboard").showModal();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keyboard").open) {
    return;
  }
  const isTyping = event.target.matches("input[type=search], select");
  if (event.key === "Escape") {
    if (isTyping) {
      event.target.blur();
    } else {
      detail.close();
    }
  } else if (!isTyping && inList(event)) {
    event.preventDefault();
  } else if (!isTyping && DONE[event.key]) {
    event.preventDefault();
    DONE[event.key]();
  }
}

/** Arrow keys scroll the page everywhere else. */
function inList(event) {
  if (!event.target.closest?.("#list [data-id]")) {
    return false;
  }
  switch (event.key) {
    case "ArrowDown": attempts.move(1); return true;
    case "ArrowUp": attempts.move(-1); return true;
    case "Enter": attempts.openFocused(); return true;
    default: return false;
  }
}
