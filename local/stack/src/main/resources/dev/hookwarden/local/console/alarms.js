// The alarms that are deployed, those that ring first.
import { byId, chip, el, show } from "./dom.js";
import { clock } from "./words.js";

export function tell(alarms) {
  const ringing = alarms.filter(alarm => alarm.state === "ALARM").reverse();
  const quiet = alarms.filter(alarm => alarm.state !== "ALARM");
  const isOpen = byId("quiet-alarms")?.open ?? false;
  show(byId("alarms"),
    ringing.length
      ? el("ul", { class: "alarms" }, ringing.map(alarm => el("li", {}, chip("alarm", short(alarm.name)),
          el("p", { class: "muted" }, `since ${clock(alarm.since)}. ${alarm.reason}`))))
      : el("p", { class: "calm" }, chip("ok", "None rings")),
    el("details", { id: "quiet-alarms", open: isOpen ? "" : null },
      el("summary", {}, `${quiet.length} that are quiet`),
      el("ul", { class: "quiet" }, quiet.map(alarm => el("li", {}, short(alarm.name),
        alarm.state === "OK" ? "" : el("span", { class: "muted" }, " no data yet"))))));
}

const short = name => name.replace(/^hookwarden-[a-z]+-/, "");
