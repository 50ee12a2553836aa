// What can be done from here; each action says what happened.
import { byId, chip, el, show } from "./dom.js";
import { count } from "./words.js";

const SAMPLES = {
  valid: ["Send a valid one", ([status]) => status === 200 ? "Accepted and queued." : "It should have been accepted."],
  tampered: ["Tampered", ([status]) => status === 401 ? "Refused, as it should be. Refusals say what to check." : "It should have been refused."],
  duplicate: ["Duplicate", statuses => statuses.every(status => status === 200) ? "Both accepted; the second has no effect." : "Both should have been accepted."],
  oversized: ["Oversized", ([status]) => status === 413 ? "Refused before its signature was looked at." : "It should have been refused."],
  undeliverable: ["Undeliverable", ([status]) => status === 200
    ? "Accepted. The bus refuses it five times; then it is a dead letter." : "It should have been accepted."]
};

let providers = [];
let dead = null;

export function tellProviders(told) {
  providers = told;
  show(byId("actions"),
    el("div", { class: "choice" }, el("label", { for: "provider" }, "Send as"),
      el("select", { id: "provider" }, providers.map(provider => el("option", { value: provider.id }, provider.id)))),
    el("div", { class: "buttons" }, Object.entries(SAMPLES).map(([kind, [words]]) =>
      el("button", { type: "button", "data-sample": kind }, words))));
}

export function tellQueues(queues) {
  if (queues.dead === dead) {
    return;
  }
  dead = queues.dead;
  show(byId("dead"),
    dead ? el("p", {}, chip("dead", `${count(dead)} waiting`)) : el("p", { class: "calm" }, chip("ok", "None")),
    el("p", { class: "muted" }, dead
      ? "SQS gave each to the processor five times. Sent again, it passes the same gate: what took effect before does not again."
      : "A delivery that fails five times ends here. “Undeliverable” makes one."),
    dead ? el("button", { type: "button", "data-redrive": "" }, "Send again") : null);
}

export function begin() {
  byId("actions").addEventListener("click", event => {
    const button = event.target.closest("[data-sample]");
    if (button) {
      send(byId("provider").value, button.dataset.sample);
    }
  });
  byId("dead").addEventListener("click", event => {
    if (event.target.closest("[data-redrive]")) {
      perform("redrive", {}, ({ moved }) => `${count(moved)} dead ${moved === 1 ? "letter is" : "letters are"} in the queue again.`);
    }
  });
}

export function rotate(key) {
  return perform("rotate", { key },
    ({ version }) => `${key}: the provider issued a key, version ${version.slice(0, 8)} is pending and will be tested.`);
}

function send(provider, kind) {
  return perform("samples", { provider, kind }, ({ statuses }) => `${provider} got ${statuses.join(", then ")}. ${SAMPLES[kind][1](statuses)}`);
}

async function perform(name, input, told) {
  say("Working on it");
  try {
    const answer = await fetch(name, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(input) });
    const said = await answer.json();
    say(answer.ok ? told(said) : said.error, !answer.ok);
  } catch {
    say("The stack does not answer.", true);
  }
}

function say(text, isTrouble = false) {
  byId("said").className = isTrouble ? "said trouble" : "said";
  byId("said").textContent = text;
}
