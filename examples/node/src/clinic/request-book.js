/** What this clinic knows of its requests: what Osigu answered, and what events have told since. */
export function createRequestBook(database) {
  const { run, first, all, transaction } = database;

  const PENDING = `status = 'PENDING_SPONSOR' AND (
      NOT EXISTS (SELECT 1 FROM authorizations a WHERE a.request_id = requests.request_id)
      OR EXISTS (SELECT 1 FROM authorizations a WHERE a.request_id = requests.request_id AND a.status = 'PENDING_SPONSOR'))`;

  const PLACEHOLDER = "request_id = ? AND product_type IS ? AND status = 'PENDING_SPONSOR'";

  const isDecided = (request, type) =>
    first("SELECT 1 FROM authorizations WHERE request_id = ? AND product_type IS ? AND status <> 'PENDING_SPONSOR'", request, text(type)) !== undefined;

  const book = {
    /** Noted before it is completed, so that it is found again whatever happens then. */
    opened: (id, orderKey, beneficiaryId, sponsor) =>
      run(
        `INSERT INTO requests (request_id, order_key, beneficiary_id, sponsor_slug, status) VALUES (?, ?, ?, ?, 'PENDING_INDICATION')
         ON CONFLICT DO NOTHING`,
        id, orderKey, beneficiaryId, sponsor,
      ),

    /** The request that was left open for the same order. */
    openFor: (orderKey) =>
      first("SELECT request_id FROM requests WHERE order_key = ? AND status = 'PENDING_INDICATION' ORDER BY rowid DESC", orderKey)?.request_id,

    forget: (id) => run('DELETE FROM requests WHERE request_id = ?', id),

    /** An answer of Osigu's. It fills in what is missing; what an event has decided, perhaps before the answer came, it leaves alone. */
    answered: (request) =>
      transaction(() => {
        const id = String(request.authorization_request_id);
        const waits = request.status === 'PENDING_SPONSOR' ? Date.now() : null;
        run('UPDATE requests SET status = ?, waiting_since = coalesce(waiting_since, ?) WHERE request_id = ?', request.status, waits, id);
        for (const authorization of request.authorizations ?? []) {
          const overtaken = authorization.status === 'PENDING_SPONSOR' && isDecided(id, authorization.product_type);
          if (authorization.authorization_id && !overtaken) book.decided({ ...authorization, authorization_request_id: id }, authorization.status, 0);
        }
      }),

    /**
     * A decision, in the caller's transaction. The later one counts, by the moment at which it was made and not by arrival; an
     * earlier one only fills in what the later one left out.
     * @param {string|undefined} status Undefined where everything changed but the status.
     * @param {number} at When it was decided, in ms; 0 for an answer, which any event outweighs.
     * @returns {string|undefined} The request it belongs to.
     */
    decided(data, status, at) {
      const id = text(data.authorization_id);
      const request = text(data.authorization_request_id) ?? first('SELECT request_id FROM authorizations WHERE authorization_id = ?', id)?.request_id;
      if (!id || !request) return undefined;
      // An event may overtake the answer in which we learn of the request.
      run(
        "INSERT INTO requests (request_id, beneficiary_id, sponsor_slug, status) VALUES (?, ?, ?, 'PENDING_SPONSOR') ON CONFLICT DO NOTHING",
        request, text(data.beneficiary_id), text(data.sponsor_slug),
      );
      // A placeholder has an id of its own, and the decision for its type of product takes its place.
      if (status !== 'PENDING_SPONSOR') run(`DELETE FROM authorizations WHERE ${PLACEHOLDER} AND authorization_id <> ?`, request, text(data.product_type), id);
      const known = first('SELECT * FROM authorizations WHERE authorization_id = ?', id);
      const told = {
        product_type: text(data.product_type),
        authorization_code: text(data.authorization_code),
        status: status ?? null,
        rejection_reason: text(data.rejection_reason),
        products: Array.isArray(data.products) ? JSON.stringify(data.products) : null,
        expires_at: text(data.expires_at),
      };
      const isLater = !known || at >= known.decided_at;
      const column = (name) => (isLater ? (told[name] ?? known?.[name]) : (known[name] ?? told[name])) ?? null;
      run(
        'INSERT OR REPLACE INTO authorizations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        id, request, column('product_type'), column('authorization_code'), column('status') ?? 'APPROVED', column('rejection_reason'), column('products'),
        column('expires_at'), Math.max(at, known?.decided_at ?? 0),
      );
      return request;
    },

    /** A request with its decisions; undefined for one that is not ours. */
    find(id) {
      const request = first('SELECT * FROM requests WHERE request_id = ?', id);
      if (!request) return undefined;
      const authorizations = all('SELECT * FROM authorizations WHERE request_id = ? ORDER BY rowid', id).map(shown);
      return {
        id,
        status: request.status,
        beneficiaryId: request.beneficiary_id,
        sponsor: request.sponsor_slug,
        belief: beliefIn(authorizations),
        authorizations,
      };
    },

    findByCode(code) {
      const known = first('SELECT * FROM authorizations WHERE authorization_code = ?', code);
      return known && { ...shown(known), request: book.find(known.request_id) };
    },

    countWaitingLongerThan: (seconds) =>
      first(`SELECT count(*) AS n FROM requests WHERE waiting_since < ? AND ${PENDING}`, Date.now() - seconds * 1_000).n,
  };
  return book;
}

/** As long as one decision is missing, nothing is decided. */
function beliefIn(authorizations) {
  const words = new Set(authorizations.map(({ status }) => ({ APPROVED: 'approved', REJECTED: 'rejected', VOIDED: 'voided' })[status] ?? 'pending'));
  if (words.size === 0 || words.has('pending')) return 'pending';
  return words.size === 1 ? [...words][0] : 'mixed';
}

const text = (value) => (value === undefined || value === null || typeof value === 'object' ? null : String(value));

const shown = (row) => ({
  authorization_code: row.authorization_code,
  status: row.status,
  rejection_reason: row.rejection_reason,
  products: JSON.parse(row.products ?? '[]'),
  expires_at: row.expires_at,
});
