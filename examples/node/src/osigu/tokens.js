import axios from 'axios';
import { retryAfter } from 'axios-retry';
import { OsiguFault, faultOf } from './faults.js';
import { withRetries } from './retries.js';

const MINUTE = 60_000;
/** Osigu allows ten token requests a minute. So many that were answered 429 are enough to stay away for the rest of it. */
const TOO_MANY = 8;

/** One access token for the whole process, however many clerks and jobs ask for it at the same moment. */
export function createTokens({ settings, metrics, log }) {
  let held; // { value, renewAt, expiresAt }
  let renewal; // the request under way that everybody waits for
  let notBefore = 0; // no request before that moment
  let turnedAway = []; // when we were answered 429

  const http = axios.create({ timeout: 10_000, maxRedirects: 0 });
  http.interceptors.response.use(undefined, (error) => {
    metrics.count('tokenFailures');
    if (retryAfter(error) > 0) notBefore = Date.now() + retryAfter(error);
    if (error.response?.status === 429) turnedAway.push(Date.now());
    return Promise.reject(error);
  });
  withRetries(http);

  async function request() {
    turnedAway = turnedAway.filter((moment) => moment > Date.now() - MINUTE);
    if (Date.now() < notBefore || turnedAway.length >= TOO_MANY) throw new OsiguFault('busy', { status: 429, message: 'token endpoint is closed' });

    const asked = Date.now();
    const pair = ['client_id', 'client_secret'].map((name) => encodeURIComponent(settings.secret(name))).join(':');
    try {
      const { data } = await http.post(settings.tokenUrl, new URLSearchParams({ grant_type: 'client_credentials' }), {
        headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
        harmless: true,
      });
      const lifetime = (Number(data.expires_in) || 3600) * 1_000;
      // After 50 minutes of the usual hour, as Osigu advises; a shorter life is shortened by its sixth part.
      held = { value: data.access_token, renewAt: asked + lifetime * (5 / 6), expiresAt: asked + lifetime };
      return held.value;
    } catch (error) {
      const fault = faultOf(error, true);
      log.error({ kind: fault.kind, status: fault.status }, 'no token was to be had');
      throw fault;
    }
  }

  const renew = () => (renewal ??= request().finally(() => (renewal = undefined)));

  return {
    async get() {
      if (!held || Date.now() >= held.expiresAt) return renew();
      if (Date.now() >= held.renewAt) {
        // Nobody waits for it, and if it fails the token in hand serves on; the next try is half a minute away.
        held.renewAt = Date.now() + MINUTE / 2;
        renew().catch(() => {});
      }
      return held.value;
    },
    /** Osigu answered 401 to this token. A newer one, which another call has fetched meanwhile, stays. */
    discard(refused) {
      if (held?.value === refused) held = undefined;
    },
  };
}
