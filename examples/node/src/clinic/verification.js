import { WORDS } from './answers.js';

/** Verifies a person where a sponsor asks for it, and only then. A proof serves one call and is never kept. */
export function createVerification({ api, database }) {
  const { run, first } = database;

  /** One password is sent and kept until it was answered, refused or is too old; entering a code does not send another. */
  async function tokenFor({ subject, beneficiaryId, sponsor, codes = [] }) {
    const sent = first('SELECT otp_id FROM passwords WHERE subject = ? AND expires_at > ?', subject, Date.now())?.otp_id;
    const otpId = sent ?? (await sendPassword(subject, beneficiaryId, sponsor));
    for (const code of codes) {
      try {
        const token = await api.validatePassword(otpId, code);
        forget(subject);
        return token;
      } catch (fault) {
        // Wrong, or no longer good: the person may have read out another one.
        if (fault.kind !== 'refused' && fault.kind !== 'not-found') throw fault;
      }
    }
    // Nothing of what was entered fits the password that was sent before: next time a new one is sent.
    if (sent && codes.length > 0) forget(subject);
    return undefined;
  }

  async function sendPassword(subject, beneficiaryId, sponsor) {
    const { otp_id: otpId, expires_in: seconds } = await api.sendPassword(beneficiaryId, sponsor);
    run('INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)', subject, otpId, Date.now() + (Number(seconds) || 300) * 1_000);
    return otpId;
  }

  const forget = (subject) => run('DELETE FROM passwords WHERE subject = ?', subject);

  return {
    /**
     * @param {'OTP'|'BIOMETRIC'|null|undefined} wanted What the sponsor asks for.
     * @returns {Promise<{proofs?: object, waits?: string}>} What goes into the next call, or why it has to wait.
     */
    async verify(wanted, person) {
      if (!wanted) return { proofs: {} };
      if (wanted !== 'OTP') return { waits: WORDS.deviceWanted };
      const token = await tokenFor(person);
      return token ? { proofs: { external_verifications: [{ type: 'OTP', value: token }] } } : { waits: WORDS.passwordWanted };
    },
  };
}
