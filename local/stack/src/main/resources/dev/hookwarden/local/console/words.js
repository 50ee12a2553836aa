// How things are called and written.

export const STATES = {
  queued: "Queued",
  processed: "Processed",
  duplicate: "Duplicate",
  failed: "Trying again",
  dead: "Dead letter"
};

export const STAGES = { current: "current", pending: "pending", previous: "previous" };

export const words = name => name.replaceAll("_", " ");

export const sentence = name => {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

export const clock = instant => CLOCK.format(new Date(instant));

export const day = instant => DAY.format(new Date(instant));

export const count = number => number.toLocaleString("en-US");

export function bytes(number) {
  if (number < 1024) {
    return `${number} B`;
  }
  return number < 1024 * 1024 ? `${(number / 1024).toFixed(1)} KiB` : `${(number / 1024 / 1024).toFixed(1)} MiB`;
}

export function milliseconds(number) {
  if (number < 1) {
    return "< 1 ms";
  }
  if (number < 1000) {
    return `${Math.round(number)} ms`;
  }
  return number < 60_000 ? `${(number / 1000).toFixed(number < 10_000 ? 1 : 0)} s` : span(number);
}

/** A span in its largest unit: "3 h". */
export function span(ms) {
  const minutes = Math.abs(ms) / 60_000;
  if (minutes < 1) {
    return `${Math.round(Math.abs(ms) / 1000)} s`;
  }
  if (minutes < 60) {
    return `${Math.floor(minutes)} min`;
  }
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60 / 24)} d`;
}

/** How long ago, or in how long. */
export function fromNow(instant) {
  const ms = Date.parse(instant) - Date.now();
  return ms > 0 ? `in ${span(ms)}` : `${span(ms)} ago`;
}
