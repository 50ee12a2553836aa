// Two plots of the last 15 minutes, in SVG.
import { byId, el, svg } from "./dom.js";
import { count, milliseconds } from "./words.js";

const HEIGHT = 150;
const LEFT = 58;
const BOTTOM = 20;
const TOP = 8;
const COUNTED = [["accepted", "accepted"], ["refused", "refused"], ["failed", "failed by us"]];
const MINUTES = [3, 6, 15];
const MEASURED = ["p50", "p95", "p99"];

let traffic = null;

export function begin() {
  for (const choice of document.getElementsByName("latency")) {
    choice.addEventListener("change", draw);
  }
  new ResizeObserver(draw).observe(byId("throughput"));
}

export function tell(state) {
  traffic = state;
  draw();
}

function draw() {
  if (!traffic) {
    return;
  }
  const which = document.querySelector("[name=latency]:checked").value;
  drawThroughput(byId("throughput"));
  drawLatency(byId("latency"), which);
}

function drawThroughput(plot) {
  const highest = niceAbove(Math.max(4, ...traffic.seen.map(span => span.accepted + span.refused + span.failed)));
  const { x, y, width, marks } = frame(plot, highest, value => count(value));
  for (const span of traffic.seen) {
    let below = 0;
    for (const [name] of COUNTED) {
      if (span[name] > 0) {
        const top = y(below + span[name]);
        marks.push(svg("rect", { class: `bar-of ${name}`, x: x(span.at) + 0.5, y: top, width: Math.max(1, width - 1), height: y(below) - top, rx: 1 },
          svg("title", {}, `${span[name]} ${name}`)));
        below += span[name];
      }
    }
  }
  finish(plot, marks, byId("throughput-legend"), COUNTED.map(([name, words]) => [name, words, count(traffic.all[name])]),
    "Attempts in each 10 seconds of the last 15 minutes");
}

function drawLatency(plot, which) {
  const seen = traffic.seen.filter(span => "p99" in span[which]);
  const highest = niceAbove(Math.max(10, ...seen.map(span => span[which].p99)));
  const { x, y, width, marks } = frame(plot, highest, milliseconds);
  for (const percentile of MEASURED) {
    marks.push(svg("path", { class: `line-of ${percentile}`, d: line(seen, span => x(span.at) + width / 2, span => y(span[which][percentile])) }));
    for (const span of seen) {
      marks.push(svg("circle", { class: `dot-of ${percentile}`, cx: x(span.at) + width / 2, cy: y(span[which][percentile]), r: 1.6 }));
    }
  }
  const all = traffic.all[which];
  finish(plot, marks, byId("latency-legend"), MEASURED.map(p => [p, p, p in all ? milliseconds(all[p]) : "–"]),
    which === "answered" ? "Time from arrival to the answer" : "Time from arrival to the event bus");
}

/** A path that breaks where a span saw nothing. */
function line(seen, x, y) {
  let path = "";
  let last = null;
  for (const span of seen) {
    path += `${last !== null && span.at - last <= 2 * traffic.spanSeconds ? "L" : "M"}${x(span).toFixed(1)} ${y(span).toFixed(1)}`;
    last = span.at;
  }
  return path;
}

/** The scales of a plot, and its grid. */
function frame(plot, highest, written) {
  const whole = Math.max(240, plot.clientWidth);
  const minutes = minutesShown();
  const spans = minutes * 60 / traffic.spanSeconds;
  const width = (whole - LEFT - 4) / spans;
  const first = traffic.now - (spans - 1) * traffic.spanSeconds;
  const x = at => LEFT + (at - first) / traffic.spanSeconds * width;
  const y = value => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / highest);
  plot.setAttribute("viewBox", `0 0 ${whole} ${HEIGHT}`);
  const marks = [0, highest / 2, highest].flatMap(value => [
    svg("line", { class: "grid", x1: LEFT, x2: whole, y1: y(value), y2: y(value) }),
    svg("text", { class: "scale", x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, value ? written(value) : "0")]);
  for (const third of [3, 2, 1, 0]) {
    marks.push(svg("text", { class: "scale", x: LEFT + (whole - LEFT - 4) * (1 - third / 3), y: HEIGHT - 4,
      "text-anchor": ["end", "middle", "middle", "start"][third] }, third ? `−${minutes * third / 3} min` : "now"));
  }
  return { x, y, width, marks };
}

function finish(plot, marks, legend, entries, title) {
  plot.setAttribute("aria-label", `${title}. ${entries.map(([, words, value]) => `${words} ${value}`).join(", ")}.`);
  plot.replaceChildren(...marks);
  legend.replaceChildren(...entries.map(([name, words, value]) =>
    el("span", {}, el("i", { class: `swatch ${name}` }), `${words} `, el("b", {}, value))));
}

/** As few as hold what was seen, so that the first deliveries don't stand at the edge of nothing. */
function minutesShown() {
  const age = traffic.seen.length ? traffic.now - traffic.seen[0].at + traffic.spanSeconds : 0;
  return MINUTES.find(minutes => age <= minutes * 60) ?? MINUTES.at(-1);
}

/** The next of 2, 4, 10, 20, 40 ..., half of which is round as well. */
function niceAbove(value) {
  for (let power = 1; ; power *= 10) {
    for (const step of [2, 4, 10]) {
      if (step * power >= value) {
        return step * power;
      }
    }
  }
}
