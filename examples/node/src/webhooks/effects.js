// By the whole type. What is not listed, now or ever, has no effect.
const DECISIONS = {
  'authorization.created': { status: 'APPROVED', notice: 'The sponsor approved an authorization.' },
  'authorization.rejected': { status: 'REJECTED', notice: 'The sponsor rejected an authorization.' },
  'authorization.voided': { status: 'VOIDED', notice: 'An authorization was withdrawn and must not be dispensed.' },
  'authorization.updated': { status: undefined, notice: 'The sponsor changed an authorization.' },
};

/** What an event does in the clinic: the decision is recorded, and the clerks get a notice. */
export function createEffects({ database, book }) {
  return {
    /** In the caller's transaction. */
    apply({ event_id: id, event_type: type, created_at: createdAt, data }) {
      const decision = Object.hasOwn(DECISIONS, type) ? DECISIONS[type] : undefined;
      if (!decision || data === null || typeof data !== 'object') return;
      const request = book.decided(data, decision.status, Date.parse(createdAt) || Date.now());
      database.run('INSERT INTO notices (event_id, request_id, text, posted_at) VALUES (?, ?, ?, ?)', id, request ?? null, decision.notice, Date.now());
    },

    /** How many notices an event has led to, or all events together. */
    count: (eventId) =>
      (eventId
        ? database.first('SELECT count(*) AS n FROM notices WHERE event_id = ?', eventId)
        : database.first('SELECT count(*) AS n FROM notices')
      ).n,
  };
}
