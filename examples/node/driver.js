// The clinic as it runs under test: with a way for the readiness harness to ask for work, as a clerk would.
// Nothing else knows of it, and it is no part of what is deployed; there, server.js is started.
import express from 'express';
import { start } from './src/app.js';

const { app, clinic } = await start(process.env);

const operations = {
  'beneficiary.search': ({ sponsor_slug, fields }) => clinic.eligibility.search(sponsor_slug, fields),
  'authorization.request': (input) => clinic.authorizations.request(input),
  'authorization.status': ({ authorization_request_id }) => clinic.authorizations.status(authorization_request_id),
  'dispensation.dispense': (input) => clinic.dispensing.dispense(input),
  'claim.submit': (input) => clinic.claims.submit(input),
  'effects.count': ({ event_id }) => ({ ending: 'done', data: { count: clinic.effects.count(event_id) } }),
};

const outcomes = { done: 'succeeded', declined: 'failed', waiting: 'pending', uncertain: 'unknown' };

app.post('/driver/operations/:operation', express.json(), async (request, response) => {
  const operation = operations[request.params.operation];
  if (!operation) return response.json({ outcome: 'unsupported', message: 'The clinic does not do this.' });
  const { ending, message, error, data } = await operation(request.body?.input ?? {});
  return response.json({ outcome: outcomes[ending], message, error, result: data });
});
