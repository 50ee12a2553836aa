// A payload, laid out for reading. Works on the text itself, token by token: what JSON.parse would change (large numbers, repeated names,
// the order of names) stays as it was sent, and what is no JSON stays what it is.
import { el } from "./dom.js";

const TOKEN = /\s+|("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],])/gsy;
const OPENING = "{[";
const CLOSING = "}]";

/** The text as lines of highlighted JSON; null when it isn't made of JSON's tokens. */
export function pretty(text) {
  const out = el("code");
  let depth = 0;
  let lastOpened = false;
  let end = 0;
  const newLine = () => out.append("\n" + "  ".repeat(depth));
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match && match[0]; match = TOKEN.exec(text)) {
    end = TOKEN.lastIndex;
    const [, string, colon, number, literal, mark] = match;
    if (mark && CLOSING.includes(mark)) {
      depth = Math.max(0, depth - 1);
      if (!lastOpened) {
        newLine();
      }
      out.append(mark);
    } else if (mark === ",") {
      out.append(mark);
      newLine();
    } else if (mark || string || number || literal) {
      if (lastOpened) {
        newLine();
      }
      append(out, { string, colon, number, literal, mark });
      depth += mark ? 1 : 0;
    } else {
      continue;
    }
    lastOpened = Boolean(mark) && OPENING.includes(mark);
  }
  return end === text.length && end > 0 ? out : null;
}

function append(out, { string, colon, number, literal, mark }) {
  if (mark) {
    out.append(mark);
  } else if (string && colon) {
    out.append(el("span", { class: "name" }, string), ": ");
  } else {
    out.append(el("span", { class: string ? "string" : number ? "number" : "literal" }, string ?? number ?? literal));
  }
}

/** Sixteen bytes a line, in hexadecimal and as ASCII. */
export function hex(binary) {
  const lines = [];
  for (let at = 0; at < binary.length; at += 16) {
    const bytes = [...binary.slice(at, at + 16)].map(char => char.charCodeAt(0));
    lines.push(at.toString(16).padStart(6, "0") + "  "
      + bytes.map(byte => byte.toString(16).padStart(2, "0")).join(" ").padEnd(49)
      + bytes.map(byte => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ".")).join(""));
  }
  return el("code", {}, lines.join("\n"));
}
