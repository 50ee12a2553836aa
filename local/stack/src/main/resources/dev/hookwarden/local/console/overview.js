// The row of numbers at the top.
import { byId, chip, el, show } from "./dom.js";
import { count, milliseconds } from "./words.js";

const known = { traffic: null, queues: null, alarms: null };

export function tell(part, state) {
  known[part] = state;
  if (known.traffic && known.queues && known.alarms) {
    render(known);
  }
}

function render({ traffic: { all }, queues, alarms }) {
  const ringing = alarms.filter(alarm => alarm.state === "ALARM").length;
  const answered = all.accepted + all.refused + all.failed;
  show(byId("overview"),
    tile("Accepted", count(all.accepted), "in the last 15 minutes"),
    tile("Refused", count(all.refused), answered ? `${(100 * all.refused / answered).toFixed(1)} % of ${count(answered)} attempts` : "no attempts yet"),
    tile("In the queue", count(queues.waiting), `${count(queues.inFlight)} in flight`),
    tile("Dead letters", count(queues.dead), queues.dead ? chip("dead", "to be sent again") : "nothing given up on"),
    tile("Answer, p95", "p95" in all.answered ? milliseconds(all.answered.p95) : "–",
      "p99" in all.answered ? `p99 ${milliseconds(all.answered.p99)}` : "nothing to measure yet"),
    tile("Alarms", ringing ? `${ringing} ringing` : "quiet", ringing ? chip("alarm", "see below") : chip("ok", `${alarms.length} watched`)));
}

function tile(name, value, note) {
  return el("div", { class: "tile" }, el("dt", {}, name), el("dd", { class: "value" }, value), el("dd", { class: "note" }, note));
}
