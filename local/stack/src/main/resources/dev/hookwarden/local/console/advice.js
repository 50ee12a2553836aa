// What to check about each refusal; asked of the stack for the newest, one after another.

const NEWEST = 30;
const known = new Map();
let asking = false;
let waiting = [];
let tellThem = () => {};

export function whenKnown(listener) {
  tellThem = listener;
}

export function ask(refusals) {
  waiting = refusals.slice(0, NEWEST).filter(refusal => !known.has(refusal.requestId));
  if (!asking) {
    answerAll();
  }
}

/** In one sentence. */
export function of(refusal) {
  return known.get(refusal.requestId)?.check ?? "…";
}

/** In full. */
export async function explain(requestId) {
  if (!known.has(requestId)) {
    const answer = await fetch(`explanations/${encodeURIComponent(requestId)}`);
    known.set(requestId, answer.ok ? await answer.json() : { check: (await answer.json()).error, steps: [] });
  }
  return known.get(requestId);
}

async function answerAll() {
  asking = true;
  try {
    while (waiting.length > 0) {
      await explain(waiting.shift().requestId);
      tellThem();
    }
  } finally {
    asking = false;
  }
}
