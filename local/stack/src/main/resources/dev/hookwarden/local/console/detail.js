// One delivery or refusal, opened beside the list.
import { byId, chip, el, icon } from "./dom.js";
import { bytes, clock, milliseconds, sentence, STATES } from "./words.js";
import { hex, pretty } from "./payload.js";
import * as advice from "./advice.js";

const OUTCOMES = { passed: "ok", failed: "close", noted: "unknown", not_reached: "queued" };

let giveBack = () => {};
let shown = null;

export function openDelivery(delivery, backTo) {
  const course = el("div", {}, ...aboutDelivery(delivery));
  const payload = el("div", { class: "payload" }, el("p", { class: "muted" }, "Reading the payload"));
  open(delivery.eventType || "Delivery", backTo, course, payload);
  shown = { id: delivery.attemptId, course };
  readPayload(delivery.attemptId, payload);
}

export function openRefusal(refusal, backTo) {
  const steps = el("div", {}, el("p", { class: "muted" }, "Looking for the mistake"));
  open(sentence(refusal.reason), backTo,
    el("p", {}, chip("refused", "Refused"), ` ${refusal.provider}, from ${refusal.sourceIp}, at ${clock(refusal.at)}`),
    steps);
  advice.explain(refusal.requestId).then(explanation => steps.replaceChildren(...explained(explanation)));
}

/** Keeps what is open up to date. */
export function refresh(deliveries) {
  const delivery = shown && deliveries.find(each => each.attemptId === shown.id);
  if (delivery) {
    shown.course.replaceChildren(...aboutDelivery(delivery));
  }
}

export function close() {
  if (byId("detail").hidden) {
    return false;
  }
  byId("detail").hidden = true;
  shown = null;
  giveBack();
  return true;
}

function open(title, backTo, ...content) {
  giveBack = backTo;
  shown = null;
  const heading = el("h2", { id: "detail-title", tabindex: -1 }, title);
  byId("detail").replaceChildren(
    el("div", { class: "detail-head" }, heading,
      el("button", { type: "button", class: "plain", "aria-label": "Close", click: close }, icon("close"))),
    ...content);
  byId("detail").hidden = false;
  byId("detail").scrollTop = 0;
  heading.focus();
}

function aboutDelivery(delivery) {
  return [
    el("p", {}, chip(delivery.state, STATES[delivery.state] ?? delivery.state), ` from ${delivery.provider}`),
    course(delivery),
    facts([
      ["Delivery id", delivery.deliveryId],
      ["Verified by", delivery.keyStage ? `the ${delivery.keyStage} key, version ${delivery.keyVersion.slice(0, 8)}` : "–"],
      ["Size", delivery.bytes === undefined ? "–" : bytes(delivery.bytes)],
      ["From", delivery.sourceIp ?? "–"],
      ["Tries", delivery.tries ? String(delivery.tries) : "none yet"],
      ["Last failure", delivery.failure ? sentence(delivery.failure) : null]
    ])
  ];
}

/** Received, queued, processed: when, and how much later. */
function course(delivery) {
  const steps = [
    ["Received", delivery.receivedAt, null],
    ["Queued, answered 200", delivery.queuedAt, delivery.receivedAt],
    [delivery.state === "duplicate" ? "Dropped as a duplicate" : "On the event bus", delivery.settledAt, delivery.queuedAt]];
  return el("ol", { class: "course" }, steps.map(([what, at, before]) => el("li", { class: at ? "done" : "open" },
    el("span", {}, what),
    at ? el("time", { datetime: at }, clock(at)) : el("span", { class: "muted" }, "not yet"),
    el("span", { class: "later" }, at && before ? `+ ${milliseconds(Math.max(0, Date.parse(at) - Date.parse(before)))}` : ""))));
}

function facts(entries) {
  return el("dl", { class: "facts" }, entries.filter(([, value]) => value !== null)
    .flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

async function readPayload(attemptId, into) {
  const answer = await fetch(`payloads/${encodeURIComponent(attemptId)}`);
  const view = await answer.json();
  into.replaceChildren(...(answer.ok ? payload(view) : [el("p", { class: "muted" }, view.error)]));
}

function payload(view) {
  const forms = formsOf(view);
  const page = el("pre", { tabindex: 0, role: "region", "aria-label": "Payload" });
  const choose = index => page.replaceChildren(forms[index][1]());
  choose(0);
  return [
    el("div", { class: "payload-head" },
      el("h3", {}, "Payload"),
      el("fieldset", { class: "switch" }, el("legend", { class: "unseen" }, "How to show it"), forms.map(([name], index) => el("label", {},
        el("input", { type: "radio", name: "form", value: name, checked: index ? null : "", change: () => choose(index) }), el("span", {}, name)))),
      view.text === undefined ? null
        : el("button", { type: "button", class: "plain", click: () => navigator.clipboard.writeText(view.text) }, icon("copy"), "Copy")),
    page,
    isCut(view) ? el("p", { class: "muted" }, `The beginning of ${bytes(view.bytes)}.`) : null
  ].filter(part => part !== null);
}

function formsOf(view) {
  if (view.text === undefined) {
    return [["Bytes", () => hex(atob(view.base64))]];
  }
  const raw = ["Raw", () => el("code", {}, view.text)];
  return pretty(view.text) ? [["Pretty", () => pretty(view.text)], raw] : [raw];
}

function isCut(view) {
  return (view.text ?? view.base64).length < view.bytes * 0.75 && view.bytes > 250_000;
}

function explained(explanation) {
  return [
    el("div", { class: "check" }, el("h3", {}, "What to check"), el("p", {}, explanation.check),
      explanation.next ? el("p", { class: "next" }, explanation.next) : null),
    el("ol", { class: "steps" }, (explanation.steps ?? []).map(step => el("li", { class: step.outcome },
      icon(OUTCOMES[step.outcome] ?? "unknown"),
      el("div", {}, el("strong", {}, sentence(step.name)), el("span", {}, step.says)))))
  ];
}
