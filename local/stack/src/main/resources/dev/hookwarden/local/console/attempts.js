// Deliveries and refusals: two tabs of one list.
import { byId, chip, el, show } from "./dom.js";
import { bytes, clock, count, milliseconds, sentence, STATES } from "./words.js";
import * as detail from "./detail.js";
import * as advice from "./advice.js";

const TABS = {
  deliveries: { id: entry => entry.attemptId, row: deliveryRow, open: detail.openDelivery, heads: ["State", "Event", "Verified by", "Through", "Arrived"] },
  refusals: { id: entry => entry.requestId, row: refusalRow, open: detail.openRefusal, heads: ["Refused", "What to check", "From", "Arrived"] }
};

const state = { deliveries: { newest: [], total: 0 }, refusals: { newest: [], total: 0 } };
let tab = "deliveries";
let at = null;

export function begin() {
  for (const name of Object.keys(TABS)) {
    byId(`tab-${name}`).addEventListener("click", () => choose(name));
  }
  byId("attempts").querySelector("[role=tablist]").addEventListener("keydown", event => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      choose(tab === "deliveries" ? "refusals" : "deliveries");
      byId(`tab-${tab}`).focus();
    }
  });
  byId("filter").addEventListener("input", render);
  byId("list").addEventListener("focusin", event => { at = event.target.closest("[data-id]")?.dataset.id ?? at; });
  byId("list").addEventListener("click", event => open(event.target.closest("[data-id]")));
  advice.whenKnown(render);
}

export function tell(name, told) {
  state[name] = told;
  byId(`tab-${name}`).replaceChildren(sentence(name), " ", el("span", { class: "count" }, count(told.total)));
  if (name === "refusals") {
    advice.ask(told.newest);
  }
  if (name === "deliveries") {
    detail.refresh(told.newest);
  }
  if (name === tab) {
    render();
  }
}

export function choose(name) {
  tab = name;
  at = null;
  for (const each of Object.keys(TABS)) {
    byId(`tab-${each}`).setAttribute("aria-selected", String(each === tab));
    byId(`tab-${each}`).tabIndex = each === tab ? 0 : -1;
  }
  byId("list").setAttribute("aria-labelledby", `tab-${tab}`);
  const wasInList = focusedRow() !== undefined;
  render();
  if (wasInList) {
    move(0);
  }
}

/** Moves the focus in the list; from elsewhere, to where it was or to the first. */
export function move(by) {
  const rows = [...byId("list").querySelectorAll("[data-id]")];
  const here = rows.findIndex(row => row.dataset.id === at);
  const goal = document.activeElement === rows[here] ? here + by : Math.max(0, here);
  rows[Math.min(rows.length - 1, Math.max(0, goal))]?.focus();
}

export function openFocused() {
  open(focusedRow());
}

function focusedRow() {
  return document.activeElement.closest("#list [data-id]") ?? undefined;
}

function open(row) {
  const entry = row && state[tab].newest.find(each => TABS[tab].id(each) === row.dataset.id);
  if (entry) {
    at = row.dataset.id;
    TABS[tab].open(entry, () => byId("list").querySelector(`[data-id="${CSS.escape(at ?? "")}"]`)?.focus());
  }
}

function render() {
  const wanted = byId("filter").value.trim().toLowerCase();
  const entries = state[tab].newest.filter(entry => !wanted || Object.values(entry).join(" ").toLowerCase().includes(wanted));
  const focused = focusedRow()?.dataset.id;
  show(byId("list"), entries.length ? table(entries) : empty(wanted), more(entries));
  if (focused) {
    byId("list").querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

function table(entries) {
  const { id, row, heads } = TABS[tab];
  const stop = entries.some(entry => id(entry) === at) ? at : id(entries[0]);
  return el("table", { role: "grid", "aria-label": sentence(tab), "aria-rowcount": entries.length + 1, class: tab },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads.map(head => el("th", { role: "columnheader", scope: "col" }, head)))),
    el("tbody", { role: "rowgroup" }, entries.map(entry =>
      el("tr", { role: "row", "data-id": id(entry), tabindex: id(entry) === stop ? 0 : -1 }, row(entry).map(([name, ...content]) =>
        el("td", { role: "gridcell", class: name }, ...content))))));
}

function empty(wanted) {
  return el("p", { class: "empty" }, wanted ? "Nothing here matches." : tab === "deliveries"
    ? "Nothing has arrived yet. Send a sample with “Try it”, or ./hookwarden send zenoo."
    : "Nothing was refused.");
}

function more(entries) {
  const hidden = state[tab].total - state[tab].newest.length;
  return hidden > 0 && entries.length > 0
    ? el("p", { class: "more" }, `${count(hidden)} older ones are at `, el("a", { href: tab }, `/_hookwarden/${tab}`))
    : null;
}

function deliveryRow(delivery) {
  return [
    ["state", chip(delivery.state, STATES[delivery.state] ?? delivery.state, delivery.failure ? sentence(delivery.failure) : null)],
    ["what", el("strong", {}, delivery.eventType || "no event type"), el("span", { class: "of" }, delivery.provider)],
    ["stage", delivery.keyStage ? el("span", { class: `stage ${delivery.keyStage}` }, `${delivery.keyStage} key`) : ""],
    ["time", through(delivery)],
    ["at", el("time", { datetime: delivery.receivedAt, title: delivery.receivedAt }, clock(delivery.receivedAt))]
  ];
}

function through(delivery) {
  if (delivery.settledAt) {
    return milliseconds(Date.parse(delivery.settledAt) - Date.parse(delivery.receivedAt));
  }
  return delivery.tries ? `${delivery.tries} ${delivery.tries === 1 ? "try" : "tries"}` : "…";
}

function refusalRow(refusal) {
  return [
    ["state", chip("refused", sentence(refusal.reason))],
    ["what", el("strong", {}, advice.of(refusal)), el("span", { class: "of" }, refusal.provider, refusal.bytes ? `, ${bytes(refusal.bytes)}` : "")],
    ["from", refusal.sourceIp],
    ["at", el("time", { datetime: refusal.at, title: refusal.at }, clock(refusal.at))]
  ];
}
