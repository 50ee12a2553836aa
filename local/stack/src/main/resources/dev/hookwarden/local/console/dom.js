// Making and changing elements. Text only ever becomes a text node: payloads come from strangers.

const SVG = "http://www.w3.org/2000/svg";

// 16 x 16, drawn with strokes.
const ICONS = {
  queued: "M8 2.5v5.5l3.5 2M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z",
  processed: "M3 8.5l3.5 3.5L13 4.5",
  duplicate: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  failed: "M13 8a5 5 0 1 1-1.6-3.7M11.7 1.5v3h-3",
  dead: "M2 9.5h3.5l1 2h3l1-2H14M2 9.5 4 3h8l2 6.5V13H2z",
  refused: "M8 1.5l5.5 2v4.2c0 3.3-2.3 5.6-5.5 6.8-3.2-1.2-5.5-3.5-5.5-6.8V3.5zM5.8 5.6l4.4 4.4M10.2 5.6 5.8 10",
  ok: "M3 8.5l3.5 3.5L13 4.5",
  alarm: "M8 2 15 14H1zM8 6.5v3.5M8 12v.2",
  unknown: "M6 6a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 11.8v.2M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z",
  key: "M9.5 6.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM8.5 9l5 5M11.5 12l1.5-1.5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
  moon: "M13.5 9.5A6 6 0 1 1 6.5 2.5a5 5 0 0 0 7 7z",
  system: "M1.5 3h13v8h-13zM5.5 14h5",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z"
};

export const byId = id => document.getElementById(id);

/** An element with attributes (a function is a listener, null leaves one out) and children (a text, a node, or null for none). */
export function el(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same in SVG. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  return svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: ICONS[name] ?? ICONS.unknown }));
}

/** A state in colour, by icon and in words. */
export function chip(state, words, title = null) {
  return el("span", { class: `chip ${state}`, title }, icon(state), words);
}

/** Makes these the children of an element, and changes no more than it must: what is focused, scrolled or selected stays. */
export function show(parent, ...children) {
  const wanted = children.flat().filter(child => child !== null && child !== undefined);
  const there = [...parent.childNodes];
  wanted.forEach((child, index) => {
    const node = typeof child === "string" ? new Text(child) : child;
    if (index < there.length) {
      become(there[index], node);
    } else {
      parent.append(node);
    }
  });
  there.slice(wanted.length).forEach(node => node.remove());
}

function become(old, fresh) {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
  } else if (old.nodeType === Node.TEXT_NODE) {
    old.data = fresh.data;
  } else if (!old.isEqualNode(fresh)) {
    [...old.attributes].filter(({ name }) => !fresh.hasAttribute(name)).forEach(({ name }) => old.removeAttribute(name));
    [...fresh.attributes].forEach(({ name, value }) => old.setAttribute(name, value));
    show(old, ...fresh.childNodes);
  }
}
