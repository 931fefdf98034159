import express from 'express';
import pino from 'pino';
import { openDatabase } from './database.js';
import { settingsFrom } from './settings.js';
import { startAlerts } from './alerts.js';
import { createMetrics } from './metrics.js';
import { createTokens } from './osigu/tokens.js';
import { createClient } from './osigu/client.js';
import { createApi } from './osigu/api.js';
import { createRequestBook } from './clinic/request-book.js';
import { createEligibility } from './clinic/eligibility.js';
import { createVerification } from './clinic/verification.js';
import { createAuthorizations } from './clinic/authorizations.js';
import { createDispensing } from './clinic/dispensing.js';
import { createClaims } from './clinic/claims.js';
import { webhookReceiver } from './webhooks/receiver.js';
import { createEffects } from './webhooks/effects.js';

/** Puts the clinic together and listens. The screens call the functions of `clinic`; they are no part of this example. */
export async function start(env) {
  const settings = settingsFrom(env);
  const log = pino({ level: settings.logLevel });
  const database = openDatabase(settings.databaseFile);
  const metrics = createMetrics();

  const tokens = createTokens({ settings, metrics, log });
  const api = createApi(createClient({ settings, tokens, log }));
  const book = createRequestBook(database);
  const effects = createEffects({ database, book });
  const eligibility = createEligibility({ api, database });
  const verification = createVerification({ api, database });
  const clinic = {
    eligibility,
    authorizations: createAuthorizations({ api, book, eligibility, verification }),
    dispensing: createDispensing({ api, book, database, eligibility, verification }),
    claims: createClaims({ api, database, eligibility }),
    effects,
  };

  const app = express().disable('x-powered-by');
  app.get('/health', (request, response) => response.sendStatus(200));
  app.use('/webhooks/osigu', webhookReceiver({ settings, database, effects, metrics, log }));

  const server = app.listen(settings.port, settings.host);
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const alerts = startAlerts({ settings, metrics, book, log });
  log.info({ port: settings.port, environment: settings.environment }, 'clinic is open');

  // What is under way may end; the database is closed last, so that nothing acknowledged is lost.
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      alerts.stop();
      server.close(() => database.close());
      setTimeout(() => process.exit(0), 5_000).unref();
    });
  }
  return { app, clinic };
}
