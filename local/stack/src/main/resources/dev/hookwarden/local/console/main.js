// Listens to the stack and tells each part of the page what is new.
import { byId } from "./dom.js";
import * as actions from "./actions.js";
import * as alarms from "./alarms.js";
import * as attempts from "./attempts.js";
import * as keyboard from "./keyboard.js";
import * as keys from "./keys.js";
import * as look from "./look.js";
import * as overview from "./overview.js";
import * as plots from "./plots.js";

const AGAIN_AFTER = 2000;
const PARTS = {
  providers: [actions.tellProviders],
  deliveries: [state => attempts.tell("deliveries", state)],
  refusals: [state => attempts.tell("refusals", state)],
  queues: [state => overview.tell("queues", state), actions.tellQueues],
  traffic: [state => overview.tell("traffic", state), plots.tell],
  keys: [state => keys.tell("keys", state)],
  rotations: [state => keys.tell("rotations", state)],
  alarms: [state => overview.tell("alarms", state), alarms.tell]
};

function listen() {
  const stream = new EventSource("live");
  stream.addEventListener("open", () => connected(true));
  stream.addEventListener("error", () => {
    connected(false);
    // After some faults a browser gives up; a stack that comes back is to be found again.
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(listen, AGAIN_AFTER);
    }
  });
  for (const [name, listeners] of Object.entries(PARTS)) {
    stream.addEventListener(name, event => {
      const state = JSON.parse(event.data);
      listeners.forEach(listener => listener(state));
    });
  }
}

function connected(isLive) {
  const words = isLive ? "Live" : "Not connected, trying again";
  if (byId("connection").textContent !== words) {
    byId("connection").textContent = words;
    byId("connection").dataset.live = String(isLive);
  }
}

for (const part of [look, actions, attempts, keys, plots, keyboard]) {
  part.begin();
}
listen();
