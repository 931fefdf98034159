import http from 'node:http';
import https from 'node:https';
import axios from 'axios';
import { OsiguFault, faultOf } from './faults.js';
import { withRetries } from './retries.js';

/** Longer than any healthy answer; four attempts still fit into a clerk's patience. */
const ATTEMPT = 10_000;
// Ten connections are what Osigu asks for; idle ones are closed before the other side might do so.
const CONNECTIONS = { keepAlive: true, maxSockets: 10, timeout: 30_000 };

/** Calls with a token: repeated where that helps and does no harm, and every failure told as an `OsiguFault`. */
export function createClient({ settings, tokens, log }) {
  const osigu = axios.create({
    baseURL: settings.apiUrl,
    timeout: ATTEMPT,
    maxRedirects: 0,
    httpAgent: new http.Agent(CONNECTIONS),
    httpsAgent: new https.Agent(CONNECTIONS),
  });
  // For each attempt anew: while one waits for its turn, its token may have been refused to another call.
  osigu.interceptors.request.use(async (config) => {
    config.bearer = await tokens.get();
    config.headers.Authorization = `Bearer ${config.bearer}`;
    return config;
  });
  withRetries(osigu);

  /** After a 401 once more, with another token; whatever comes then is final. */
  async function send(request, mayRenew = true) {
    try {
      return await osigu.request(request);
    } catch (error) {
      if (error.response?.status !== 401) throw error;
      tokens.discard(error.config.bearer);
      if (mayRenew) return send(request, false);
      throw error;
    }
  }

  /** @param {boolean} harmless Whether it does no harm if it is worked on twice; a write counts as harmful unless said otherwise. */
  async function call(method, url, { harmless = method === 'GET', ...rest } = {}) {
    try {
      const { data, status } = await send({ method, url, harmless, ...rest });
      if (data === null || typeof data !== 'object') throw new OsiguFault(harmless ? 'outage' : 'uncertain', { status, message: 'the answer is no JSON' });
      return data;
    } catch (error) {
      const fault = faultOf(error, harmless);
      log.warn({ method, kind: fault.kind, status: fault.status, code: fault.code }, 'call failed');
      throw fault;
    }
  }

  /**
   * A write that must not happen twice. If its fate is not known, `look` says what became of it (undefined: nothing), and only
   * what was not done is sent once more.
   */
  async function settle(write, look) {
    let lost;
    try {
      return await write();
    } catch (fault) {
      if (fault.kind !== 'uncertain') throw fault;
      lost = fault;
    }
    // Where looking does not help, it stays uncertain; a conflict that it shows is an answer.
    const found = () => look().catch((fault) => Promise.reject(fault.kind === 'conflict' ? fault : lost));
    const done = await found();
    if (done) return done;
    try {
      return await write();
    } catch (fault) {
      // A conflict now may be the first write, which came in after we had looked.
      if (fault.kind !== 'uncertain' && fault.kind !== 'conflict') throw fault;
      return (await found()) ?? Promise.reject(fault);
    }
  }

  return {
    get: (url, params) => call('GET', url, { params }),
    post: (url, data, { harmless } = {}) => call('POST', url, { data, ...(harmless === undefined ? {} : { harmless }) }),
    settle,
  };
}
