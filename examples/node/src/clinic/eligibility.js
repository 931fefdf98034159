import { answering, declined, done } from './answers.js';
import { OsiguFault } from '../osigu/faults.js';

const FORMS_KEPT = 5 * 60_000;

/** Finds people with their sponsors. Coverage counts for today only, so each order searches again. */
export function createEligibility({ api, database }) {
  const forms = new Map(); // by sponsor; the forms change rarely, and every search needs them

  async function formsOf(sponsor) {
    const kept = forms.get(sponsor);
    if (kept && Date.now() - kept.at < FORMS_KEPT) return kept.list;
    const list = await api.forms(sponsor);
    forms.set(sponsor, { list, at: Date.now() });
    return list;
  }

  /** The values of the first form that the clerk can fill in, under the keys that the sponsor names. */
  function fillIn(list, known) {
    const form = list.find(({ fields }) => fields.every(({ key, required }) => !required || known[key]));
    if (!form) {
      const wanted = list.map(({ fields }) => fields.map(({ key }) => key).join(' and ')).join(', or ');
      throw new OsiguFault('refused', { code: 'form', message: `the sponsor searches by ${wanted}.` });
    }
    return Object.fromEntries(form.fields.filter(({ key }) => known[key]).map(({ key }) => [key, known[key]]));
  }

  async function search(sponsor, fields) {
    try {
      const person = await api.search(sponsor, fillIn(await formsOf(sponsor), fields));
      const id = String(person.beneficiary_id);
      database.run('INSERT OR REPLACE INTO people VALUES (?, ?, ?)', id, sponsor, JSON.stringify(fields));
      return { id, covered: person.coverage?.active === true };
    } catch (fault) {
      // The form may have changed since; the next search reads it again.
      if (fault.kind === 'refused') forms.delete(sponsor);
      throw fault;
    }
  }

  return {
    /**
     * Whoever an order is about. An id alone says nothing about today's coverage, and Osigu may have replaced it (the sandbox
     * is wiped now and then): where we know what it was found by, we search again.
     */
    async identify({ beneficiary, beneficiary_id: id }) {
      if (beneficiary) return search(beneficiary.sponsor_slug, beneficiary.fields);
      if (!id) return undefined;
      const known = database.first('SELECT sponsor_slug, fields FROM people WHERE beneficiary_id = ?', id);
      return known ? search(known.sponsor_slug, JSON.parse(known.fields)) : { id, covered: true };
    },

    search: answering(async (sponsor, fields) => {
      if (!sponsor || !fields) return declined('A search needs a sponsor and what its form asks for.');
      const { id, covered } = await search(sponsor, fields);
      return done({ beneficiary_id: id, coverage_active: covered });
    }),
  };
}
