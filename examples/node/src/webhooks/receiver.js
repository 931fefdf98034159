import express from 'express';
import { isGenuine } from './signature.js';

/** Takes in what Osigu sends. The answer is a status alone: what an event says is never repeated. */
export function webhookReceiver({ settings, database, effects, metrics, log }) {
  const receiver = express.Router();

  // The signature is over the bytes as they came, so nothing may parse, decode or trim them before it was checked.
  receiver.post('/', express.raw({ type: () => true, inflate: false, limit: '1mb' }), (request, response) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    if (!isGenuine(request.get('X-Osigu-Signature'), body, settings.secret('webhook_secret'))) return answer(response, 401, 'not signed by Osigu');

    const event = read(body);
    if (!event) return answer(response, 400, 'unreadable');
    // Genuine, but not for this environment. A refusal would only bring it back for three days.
    if (event.environment !== settings.environment) return answer(response, 200, 'of the other environment', event);

    // The event and its effect are one transaction: known events have no second effect, and a failed one is not remembered.
    const isNew = database.transaction(() => {
      const added = database.run('INSERT INTO events VALUES (?, ?, ?) ON CONFLICT DO NOTHING', event.event_id, String(event.event_type), Date.now());
      if (added > 0) effects.apply(event);
      return added > 0;
    });
    return answer(response, 200, isNew ? 'taken in' : 'known', event);
  });

  receiver.use((error, request, response, next) => {
    if (response.headersSent) return next(error);
    return answer(response, error.status >= 400 && error.status < 500 ? error.status : 500, error.message);
  });

  function answer(response, status, what, event) {
    if (status >= 400) metrics.count('webhookErrors');
    log[status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info']({ status, eventId: event?.event_id, eventType: event?.event_type }, `webhook: ${what}`);
    response.status(status).end();
  }
  return receiver;
}

/** Unknown members are left alone, for Osigu adds some without notice; only the id is indispensable. */
function read(body) {
  try {
    const event = JSON.parse(body.toString('utf8'));
    return typeof event?.event_id === 'string' && event.event_id !== '' ? event : undefined;
  } catch {
    return undefined;
  }
}
