import axiosRetry, { retryAfter } from 'axios-retry';
import { mayRepeat } from './faults.js';

/** Attempts after the first: enough for a restart over there, few enough for a clerk who waits. */
const RETRIES = 3;
const FIRST_PAUSE = 500;
/** The longest wait that the provider may ask for, in ms. If it asks for more, the clerk is told at once. */
const PATIENCE = 20_000;

/** Sets up the only layer that repeats calls. `harmless` in a request's configuration says whether it may be worked on twice. */
export function withRetries(http) {
  axiosRetry(http, {
    retries: RETRIES,
    // Without this, axios-retry counts the time-out over all attempts and pauses together.
    shouldResetTimeout: true,
    retryCondition: (error) => mayRepeat(error, error.config?.harmless === true) && retryAfter(error) <= PATIENCE,
    retryDelay: pauseBefore,
  });
  return http;
}

/** Doubles from half a second, with jitter so that clinics do not come back in step; never earlier than the provider asks. */
function pauseBefore(retry, error) {
  const backoff = FIRST_PAUSE * 2 ** (retry - 1) * (0.5 + Math.random());
  const asked = retryAfter(error);
  // A date has a grain of a second, so its end is waited for.
  const grain = Number.isNaN(Number(error.response?.headers['retry-after'] ?? 0)) ? 1_000 : 50;
  return asked > 0 ? Math.max(asked + grain, backoff) : backoff;
}
