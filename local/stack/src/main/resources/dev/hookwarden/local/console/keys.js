// Every key as the way that its versions go: pending, current, previous.
import { byId, chip, el, show } from "./dom.js";
import { clock, day, fromNow, sentence, words } from "./words.js";
import { rotate } from "./actions.js";

const SHOWN = [["AWSPREVIOUS", "previous"], ["AWSCURRENT", "current"], ["AWSPENDING", "pending"]];

let rotations = [];
let keys = [];

export function tell(part, state) {
  if (part === "keys") {
    keys = state;
  } else {
    rotations = state;
  }
  render();
}

/** What depends on the time goes on. */
export function render() {
  show(byId("keys"), ...keys.map(key => el("article", { class: "key", "aria-label": key.key },
    el("div", { class: "key-head" },
      el("h3", {}, key.key),
      chip(key.state === "healthy" ? "ok" : key.state === "rotation running" ? "queued" : "alarm", sentence(key.state)),
      el("button", { type: "button", "data-rotate": key.key }, "Rotate")),
    el("ol", { class: "stages" }, SHOWN.map(([label, name]) => stage(key, label, name))),
    news(key))));
}

export function begin() {
  byId("keys").addEventListener("click", event => {
    const button = event.target.closest("[data-rotate]");
    if (button) {
      rotate(button.dataset.rotate);
    }
  });
  setInterval(render, 5000);
}

function stage(key, label, name) {
  const version = key.versions.find(each => each.stages.includes(label) && !(label === "AWSPENDING" && each.stages.includes("AWSCURRENT")));
  if (!version) {
    return el("li", { class: `stage-of ${name} none` }, el("span", { class: "stage-name" }, sentence(name)), el("span", { class: "muted" }, "none"));
  }
  return el("li", { class: `stage-of ${name}` },
    el("span", { class: "stage-name" }, sentence(name), el("code", {}, version.id.slice(0, 8))),
    ...told(key, name, version).map(text => el("span", { class: "muted" }, text)),
    meter(key, name, version));
}

function told(key, name, version) {
  const since = version.createdAt ? `since ${clock(version.createdAt)}, ${fromNow(version.createdAt)}` : "announced";
  if (name === "current") {
    return [since, key.nextRotation ? `next rotation ${day(key.nextRotation)}, ${fromNow(key.nextRotation)}` : "no rotation is scheduled"];
  }
  if (name === "pending") {
    return [version.hasValue ? "verifies already, is being tested" : "has no value yet", since];
  }
  if (!key.overlapEnds) {
    return ["verifies nothing any more", "its provider has no overlap"];
  }
  return Date.parse(key.overlapEnds) > Date.now()
    ? ["still verifies", `until ${day(key.overlapEnds)} ${clock(key.overlapEnds)}, ${fromNow(key.overlapEnds)}`]
    : ["verifies nothing any more", `since ${fromNow(key.overlapEnds)}`];
}

/** How much of its time a version has had. */
function meter(key, name, version) {
  const end = name === "current" ? key.nextRotation : name === "previous" ? key.overlapEnds : null;
  const begin = name === "previous" ? key.versions.find(each => each.stages.includes("AWSCURRENT"))?.createdAt : version.createdAt;
  if (!end || !begin) {
    return null;
  }
  const [from, to] = [Date.parse(begin), Date.parse(end)];
  const part = Math.min(1, Math.max(0, (Date.now() - from) / (to - from)));
  return el("meter", { min: 0, max: 1, value: part.toFixed(3), "aria-label": name === "current" ? "time until the next rotation is due" : "time until it stops verifying" });
}

/** What the rotation function said last about this key. */
function news(key) {
  const last = rotations.filter(entry => entry.key === key.key).at(-1);
  if (!last) {
    return null;
  }
  const what = last.event === "rotation_refused" ? `refused: ${words(last.refusal).toLowerCase()}`
    : last.event === "rotation_step_done" ? `${last.step} done` : words(last.event);
  return el("p", { class: "news" }, el("time", { datetime: last.at }, clock(last.at)), ` ${what}`);
}
