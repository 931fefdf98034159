import { createHmac, timingSafeEqual } from 'node:crypto';

/** In seconds, to either side. */
const TOLERANCE = 300;

/**
 * Whether Osigu has signed exactly these bytes with this secret, and lately: `t=<seconds>,v1=<hex>`, with several `v1` while
 * the secret is being replaced, any of which may be the good one.
 */
export function isGenuine(header, body, secret, now = Date.now() / 1_000) {
  const parts = String(header ?? '').split(',').map((part) => part.trim());
  const values = (name) => parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));

  const [time, ...others] = values('t');
  if (others.length > 0 || !/^\d{1,12}$/.test(time ?? '') || Math.abs(now - Number(time)) > TOLERANCE) return false;

  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  return values('v1')
    .filter((value) => /^[0-9a-f]{64}$/i.test(value))
    .map((value) => timingSafeEqual(Buffer.from(value, 'hex'), expected))
    .includes(true);
}
