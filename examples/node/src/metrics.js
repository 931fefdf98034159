const KEPT = 1_000;

/** Counts what somebody has to be told of, with the moment of each. */
export function createMetrics() {
  const moments = { tokenFailures: [], webhookErrors: [] };
  return {
    count(name) {
      moments[name].push(Date.now());
      if (moments[name].length > KEPT) moments[name].shift();
    },
    /** How many there were in the last so many seconds. */
    lately(name, seconds) {
      const from = Date.now() - seconds * 1_000;
      return moments[name].filter((moment) => moment >= from).length;
    },
  };
}
