import { randomUUID } from 'node:crypto';
import { WORDS, answerFor, declined, done, waiting } from './answers.js';

const SEVERITY = { waiting: 1, declined: 2, uncertain: 3 };

/** Dispensing: start and complete, for every code that belongs to what the clerk entered. Osigu makes the claim by itself. */
export function createDispensing({ api, book, database, eligibility, verification }) {
  const { run, first } = database;
  const atTheCounter = new Map(); // by code: a double click waits for the first one

  async function dispense(order) {
    const { codes, refusal, request } = choose(order);
    if (refusal) return refusal;
    let person;
    try {
      person = order.beneficiary ? await eligibility.identify(order) : { id: order.beneficiary_id ?? request?.beneficiaryId };
    } catch (fault) {
      return answerOf(fault);
    }
    const sponsor = request?.sponsor ?? order.beneficiary?.sponsor_slug;

    const handedOut = [];
    let worst;
    for (const code of codes) {
      // One code that cannot be dispensed does not keep the person from getting the others.
      const { dispensation, problem } = await oneAtATime(code, () =>
        dispenseOne(code, person.id, sponsor, order.otp_codes).catch((fault) => ({ problem: answerOf(fault) })),
      );
      if (dispensation) handedOut.push(dispensation);
      if (problem && (!worst || SEVERITY[problem.ending] > SEVERITY[worst.ending])) worst = problem;
    }
    const data = {
      dispensation_id: handedOut[0]?.dispensation_id ?? null,
      status: handedOut[0]?.status ?? 'NOT_DISPENSED',
      products: handedOut.flatMap(({ products }) => products),
    };
    return worst ? { ...worst, data } : done(data);
  }

  /** A request has an id that the counter never sees: what is dispensed is the code of each approved authorization. */
  function choose({ authorization_request_id: id, code }) {
    if (code) {
      // Also a code on paper counts for no more than what the sponsor says of it today.
      const known = book.findByCode(code);
      if (known?.status === 'VOIDED') return refuse(WORDS.voided, 'voided');
      if (known?.status === 'REJECTED') return refuse(WORDS.rejected, 'rejected');
      if (isExpired(known)) return refuse(WORDS.expired, 'expired');
      return { codes: [code], request: known?.request };
    }
    const request = id && book.find(id);
    if (!request) return refuse('Enter a request of this clinic, or the code that the person brought.', 'unknown_request');
    if (request.belief === 'pending') return { refusal: waiting(WORDS.waitsForSponsor) };
    const approved = request.authorizations.filter(({ status }) => status === 'APPROVED');
    const valid = approved.filter((authorization) => !isExpired(authorization));
    if (valid.length > 0) return { codes: valid.map(({ authorization_code: own }) => own), request };
    if (approved.length > 0) return refuse(WORDS.expired, 'expired');
    return request.belief === 'rejected' ? refuse(WORDS.rejected, 'rejected') : refuse(WORDS.voided, 'voided');
  }

  async function dispenseOne(code, beneficiaryId, sponsor, otpCodes) {
    const started = (await leftUnfinished(code)) ?? (await begin(code, beneficiaryId));
    const id = String(started.dispensation_id);
    // What was started decides what is handed out: the sponsor may have changed it since it was approved.
    const products = (started.products ?? []).map(({ product_code, quantity }) => ({ product_code, quantity }));
    if (started.status !== 'COMPLETED') {
      run('UPDATE dispensations SET dispensation_id = ? WHERE authorization_code = ?', id, code);
      const { proofs, waits } = await verification.verify(started.verification_required, { subject: id, beneficiaryId, sponsor, codes: otpCodes });
      if (waits) return { problem: waiting(waits) };
      await api.completeDispensation(id, { ...receiptFor(started), ...proofs });
    }
    finished(code);
    return { dispensation: { dispensation_id: id, status: 'COMPLETED', products } };
  }

  /** Noted before it is sent: if the answer gets lost and looking does not help, the next try begins with a look. */
  async function begin(code, beneficiaryId) {
    run('INSERT OR REPLACE INTO dispensations VALUES (?, NULL)', code);
    try {
      return await api.startDispensation(code, beneficiaryId);
    } catch (fault) {
      if (fault.kind !== 'uncertain') finished(code);
      throw fault;
    }
  }

  /** What an earlier try for this code has left at Osigu: waiting for a password, or cut off. */
  async function leftUnfinished(code) {
    const left = first('SELECT dispensation_id FROM dispensations WHERE authorization_code = ?', code);
    if (!left) return undefined;
    try {
      const found = left.dispensation_id ? await api.readDispensation(left.dispensation_id) : await api.findDispensation(code);
      return found?.status === 'STARTED' || found?.status === 'COMPLETED' ? found : undefined;
    } catch (fault) {
      if (fault.kind !== 'not-found') throw fault;
      return undefined;
    }
  }

  const finished = (code) => run('DELETE FROM dispensations WHERE authorization_code = ?', code);

  function oneAtATime(code, work) {
    const turn = (atTheCounter.get(code) ?? Promise.resolve()).catch(() => {}).then(work);
    atTheCounter.set(code, turn);
    return turn.finally(() => atTheCounter.get(code) === turn && atTheCounter.delete(code));
  }

  return { dispense };
}

function answerOf(fault) {
  if (fault.name !== 'OsiguFault') throw fault;
  return answerFor(fault);
}

const refuse = (message, code) => ({ refusal: declined(message, { status: null, code }) });

const isExpired = (authorization) => authorization?.expires_at && Date.parse(authorization.expires_at) < Date.now();

const receiptFor = ({ products = [] }) => ({
  amount: products.reduce((sum, { quantity, unit_price: price }) => sum + quantity * price, 0),
  document_number: `R-${randomUUID()}`,
  document_date: new Date().toISOString(),
});
