import { OsiguFault } from './faults.js';

/** Osigu's operations that this clinic uses. Identifiers are opaque, and people are never named in a URL. */
export function createApi(client) {
  const { get, post, settle } = client;
  const part = encodeURIComponent;
  const harmless = { harmless: true };
  const request = (id) => `/arc/v1/authorization-requests/${part(id)}`;
  const dispensation = (id) => `/dispensing/v1/dispensations/${part(id)}`;
  const claim = (id) => `/arc/v1/outpatient-care-claim/${part(id)}`;

  return {
    forms: async (sponsor) => (await get(`/v1/sponsors/${part(sponsor)}/forms`)).forms ?? [],
    search: (sponsor, fields) => post(`/v1/sponsors/${part(sponsor)}/search`, fields, harmless),
    configuration: (sponsor, productType) => get(`/arc/v1/sponsors/${part(sponsor)}/configuration`, { product_type: productType }),

    // A request that is never completed binds nobody, so a second one does no harm.
    initiate: (order) => post('/arc/v1/authorization-requests', order, harmless),
    attach: (id, text) =>
      post(
        `${request(id)}/indications`,
        { file_name: 'indication.txt', content_type: 'text/plain', content_base64: Buffer.from(text).toString('base64') },
        harmless,
      ),
    readRequest: (id) => get(request(id)),
    complete: (id, verifications) =>
      settle(
        () => post(`${request(id)}/complete`, verifications),
        async () => {
          const found = await get(request(id));
          return found.status === 'PENDING_INDICATION' ? undefined : found;
        },
      ),

    startDispensation: (code, beneficiaryId) =>
      settle(
        () => post('/dispensing/v1/dispensations', { code, ...(beneficiaryId ? { beneficiary_id: beneficiaryId } : {}) }),
        () => findDispensation(code),
      ),
    findDispensation,
    readDispensation: (id) => get(dispensation(id)),
    completeDispensation: (id, receipt) =>
      settle(
        () => post(`${dispensation(id)}/complete`, receipt),
        async () => {
          const found = await get(dispensation(id));
          return found.status === 'COMPLETED' ? found : undefined;
        },
      ),

    sendPassword: (beneficiaryId, sponsor) => post('/v1/otp/send', { beneficiary_id: beneficiaryId, sponsor_slug: sponsor, channel: 'SMS' }),
    validatePassword: async (otpId, code) => (await post('/v1/otp/validate', { otp_id: otpId, code })).otp_verification_token,

    // Nothing tells later whether a lost one was made, so it is not sent again.
    createClaim: (order) => post('/arc/v1/outpatient-care-claim', order),
    completeClaim: (id, doctor) =>
      settle(
        () => post(`${claim(id)}/complete`, doctor),
        async () => {
          const found = await get(claim(id));
          return found.status === 'COMPLETED' ? found : undefined;
        },
      ),
  };

  /** What this clinic has started under a code, if anything. None is completed before its start was answered, so a completed one is of another day. */
  async function findDispensation(code) {
    const { content = [] } = await get('/dispensing/v1/dispensations', { code });
    if (content.some(({ status }) => status === 'COMPLETED')) throw new OsiguFault('conflict', { message: 'the code was dispensed before' });
    return content.find(({ status }) => status === 'STARTED');
  }
}
