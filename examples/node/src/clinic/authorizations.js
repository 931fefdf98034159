import { createHash } from 'node:crypto';
import { WORDS, answering, declined, done, waiting } from './answers.js';

const FIELDS = ['sponsor_slug', 'diagnosis_code', 'products', 'professional_license_number', 'service_type_code', 'authorization_type', 'provider_branch_id'];

/** Requests for authorization: find the person, initiate, attach the document, complete. */
export function createAuthorizations({ api, book, eligibility, verification }) {
  async function request(order) {
    const person = await eligibility.identify(order);
    if (!person || !order.sponsor_slug || !order.products?.length) return declined('An order needs a person, a sponsor and at least one product.');
    if (!person.covered) return declined(WORDS.notCovered, { status: 200, code: 'coverage_inactive' });

    const rules = await rulesFor(order);
    const body = { beneficiary_id: person.id, ...Object.fromEntries(FIELDS.filter((name) => filled(order[name])).map((name) => [name, order[name]])) };
    const missing = rules.fields.filter((name) => !filled(body[name]));
    if (missing.length > 0) return declined(`The sponsor also wants: ${missing.join(', ')}.`, { status: null, code: 'fields_missing' });

    // The same order sent again goes on with the request that it opened, instead of opening another.
    const key = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const left = await openRequest(key);
    if (left && left.status !== 'PENDING_INDICATION') return settled(left);
    if (left && rules.document && !order.indication) return waiting(WORDS.documentMissing, { authorization_request_id: idOf(left), status: left.status });

    const id = left ? idOf(left) : idOf(await api.initiate(body));
    book.opened(id, key, person.id, order.sponsor_slug);
    const { proofs, waits } = await verification.verify(rules.verification, {
      subject: id, beneficiaryId: person.id, sponsor: order.sponsor_slug, codes: order.otp_codes,
    });
    if (waits) return waiting(waits, { authorization_request_id: id, status: 'PENDING_VERIFICATION' });
    if (order.indication) await api.attach(id, order.indication);
    return settled(await api.complete(id, proofs));
  }

  /** Sponsors change their rules without notice and have others for each type of product, so they are read for each order. */
  async function rulesFor({ sponsor_slug: sponsor, products }) {
    const types = [...new Set(products.map(({ product_type: type }) => type))];
    const rules = [];
    for (const type of types) rules.push(await api.configuration(sponsor, type));
    const verifications = rules.map(({ verification = {} }) => verification);
    return {
      fields: [...new Set(rules.flatMap(({ mandatory_fields: fields = [] }) => fields))],
      document: rules.some(({ indication_required: required }) => required),
      verification: verifications.some(({ biometric }) => biometric) ? 'BIOMETRIC' : verifications.some(({ otp }) => otp) ? 'OTP' : null,
    };
  }

  async function openRequest(key) {
    const id = book.openFor(key);
    if (!id) return undefined;
    try {
      return await api.readRequest(id);
    } catch (fault) {
      if (fault.kind !== 'not-found') throw fault;
      book.forget(id); // Osigu has forgotten it, so there is nothing to go on with.
      return undefined;
    }
  }

  function settled(answer) {
    book.answered(answer);
    return describe(book.find(idOf(answer)));
  }

  return {
    request: answering(request),

    status(id) {
      const known = book.find(id);
      return known ? done(dataOf(known)) : declined('This clinic has not made that request.', { status: null, code: 'unknown_request' }, { status: 'unknown' });
    },
  };
}

const idOf = (answer) => String(answer.authorization_request_id);

const filled = (value) => value !== undefined && value !== null && value !== '';

const dataOf = ({ id, belief, authorizations }) => ({ authorization_request_id: id, status: belief, authorizations });

/** A 2xx alone does not mean that the sponsor has decided: the status does. */
function describe(request) {
  const data = dataOf(request);
  const reasons = request.authorizations.filter(({ status }) => status === 'REJECTED').map(({ rejection_reason: reason }) => reason ?? 'no reason was given');
  const rejected = `The sponsor rejected: ${reasons.join('; ')}`;
  if (request.status === 'PENDING_INDICATION') return waiting(WORDS.documentMissing, data);
  switch (request.belief) {
    case 'pending':
      return waiting(WORDS.waitsForSponsor, data);
    case 'rejected':
      return declined(rejected, { status: 200, code: 'rejected' }, data);
    case 'voided':
      return declined(WORDS.voided, { status: 200, code: 'voided' }, data);
    case 'mixed':
      return done(data, `Only a part was approved. ${rejected}`);
    default:
      return done(data);
  }
}
