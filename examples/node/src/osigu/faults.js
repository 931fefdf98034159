// The request never left this machine.
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const KINDS = { 401: 'credentials', 404: 'not-found', 409: 'conflict', 429: 'busy' };

/** A call that did not end as asked. Carries no request and no header, so that it may be logged. */
export class OsiguFault extends Error {
  /**
   * @param {'not-found'|'conflict'|'refused'|'credentials'|'busy'|'outage'|'uncertain'} kind
   * `uncertain`: a write was sent, and nobody knows what became of it.
   */
  constructor(kind, { status = null, code = null, message = kind } = {}) {
    super(message);
    this.name = 'OsiguFault';
    this.kind = kind;
    this.status = status;
    this.code = code;
  }
}

/** @param {boolean} harmless Whether it does no harm if the call was worked on unseen. */
export function faultOf(error, harmless) {
  // One of ours already, or a mistake in this program, which must not pass for an outage.
  if (!error.isAxiosError) return error;
  const answer = error.response;
  if (!answer) {
    const lost = !harmless && !NEVER_SENT.has(error.code);
    return new OsiguFault(lost ? 'uncertain' : 'outage', { code: error.code ?? null, message: `no answer (${error.code ?? 'unknown'})` });
  }
  const { status } = answer;
  const details = { status, ...readBody(answer.data) };
  if (KINDS[status]) return new OsiguFault(KINDS[status], details);
  if (status >= 400 && status < 500) return new OsiguFault('refused', details);
  // 503 says that it was not worked on. After any other 5xx a write may have been done all the same.
  return new OsiguFault(harmless || status === 503 ? 'outage' : 'uncertain', details);
}

/** Whether another attempt can help and does no harm. Refusals are final: 4xx is never repeated, but for 429. */
export function mayRepeat(error, harmless) {
  if (!error.response) return harmless || NEVER_SENT.has(error.code);
  const { status } = error.response;
  return status === 429 || status === 503 || (harmless && status >= 500);
}

// Three shapes of error bodies are documented, and a proxy in between may answer HTML.
function readBody(body) {
  if (body === null || typeof body !== 'object') return {};
  const code = body.error_code ?? body.code ?? body.error;
  const message = body.message ?? body.error_description;
  return { code: code === undefined ? null : String(code), ...(typeof message === 'string' ? { message } : {}) };
}
