import axios from 'axios';

const EVERY = 500;

/** Evaluates the rules again and again, and posts what changed to whoever is on duty. */
export function startAlerts({ settings, metrics, book, log }) {
  const { url, window, overdue } = settings.alerts;
  // One failure is none: a token is refused now and then, and forged events come from anywhere.
  const rules = {
    OsiguTokenFailures: () => metrics.lately('tokenFailures', window) >= 3,
    OsiguWebhookErrors: () => metrics.lately('webhookErrors', window) >= 5,
    OsiguDecisionOverdue: () => book.countWaitingLongerThan(overdue) > 0,
  };
  const firing = new Set();
  let due = [];
  let timer;
  let stopped = false;

  function evaluate() {
    for (const [alert, holds] of Object.entries(rules)) {
      if (holds() === firing.has(alert)) continue;
      const status = firing.delete(alert) ? 'resolved' : firing.add(alert) && 'firing';
      due.push({ alert, status, labels: { severity: 'page' }, at: new Date().toISOString() });
      log.warn({ alert, status }, 'alert');
    }
  }

  async function tick() {
    evaluate();
    if (due.length > 0 && url) {
      const posted = due;
      due = [];
      try {
        await axios.post(url, posted, { timeout: 5_000 });
      } catch (error) {
        // Told again with the next ones, in their order.
        due = [...posted, ...due];
        log.warn({ reason: error.code ?? error.message }, 'alerts were not taken');
      }
    }
    if (!stopped) timer = setTimeout(tick, EVERY);
  }

  timer = setTimeout(tick, EVERY);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
