/**
 * Asks the server what may be wrong with words while they are typed.
 *
 * The server alone knows the rules; an answer to words that have changed since is
 * worth nothing, so a newer question takes the place of one still under way.
 */
const WAIT = 400;

/** Resolves after some time; rejects as soon as the signal is aborted. */
function pause(signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, WAIT);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** One place to ask from; each asks about one string at a time. */
export class Checks {
  #url;
  #token;
  #last = null;

  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  /**
   * Tells {warnings, terms} of a question {record, segment, rich, text}, or null if
   * a newer one was asked meanwhile or the server could not be reached.
   */
  async ask(question, { wait = true } = {}) {
    this.stop();
    const asking = new AbortController();
    this.#last = asking;
    try {
      if (wait) await pause(asking.signal);
      const answer = await fetch(this.#url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.#token },
        body: JSON.stringify(question),
        signal: asking.signal,
      });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /** Forgets what was asked last. */
  stop() {
    this.#last?.abort();
  }
}
