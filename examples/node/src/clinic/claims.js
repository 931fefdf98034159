import { createHash } from 'node:crypto';
import { answering, declined, done } from './answers.js';

/** Who signs for the clinic's outpatient care. */
const DOCTOR = {
  doctor_medical_license_number: 'MED-10442',
  doctor_country_code: 'GT',
  doctor_specialty_name: 'General medicine',
  doctor_name: 'Dr. Ana Ruiz',
};

/** Outpatient claims: created open, then completed. Insured dispensations have theirs made by Osigu. */
export function createClaims({ api, database, eligibility }) {
  const { run, first } = database;

  async function submit(order) {
    const person = await eligibility.identify(order);
    const sponsor = order.sponsor_slug ?? order.beneficiary?.sponsor_slug;
    if (!person || !sponsor) return declined('A claim needs a person and a sponsor.');
    const body = { beneficiary_id: person.id, sponsor_slug: sponsor, diagnosis_code: order.diagnosis_code, line_items: order.line_items };
    const key = createHash('sha256').update(JSON.stringify(body)).digest('hex');

    // A claim that was created and never completed is gone on with; a second one for the same care would be paid twice.
    const id = first("SELECT claim_id FROM claims WHERE order_key = ? AND status = 'OPEN'", key)?.claim_id ?? (await create(body, key));
    const { status } = await api.completeClaim(id, DOCTOR);
    run('UPDATE claims SET status = ? WHERE claim_id = ?', status, id);
    return done({ claim_id: id, status });
  }

  async function create(body, key) {
    const { claim_id: id, status } = await api.createClaim(body);
    run('INSERT INTO claims VALUES (?, ?, ?)', String(id), key, status);
    return String(id);
  }

  return { submit: answering(submit) };
}
