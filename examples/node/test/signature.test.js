import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { isGenuine } from '../src/webhooks/signature.js';

const NOW = 1_751_385_600;
const SECRET = 'kept elsewhere';
const BODY = Buffer.from('{"event_id": "evt_TEST0002", "data": {"last_name": "López"}}\n');
const mac = (time, body = BODY) => createHmac('sha256', SECRET).update(`${time}.`).update(body).digest('hex');
const accepts = (header, body = BODY) => isGenuine(header, body, SECRET, NOW);

test('any of several values may be the good one', () => {
  const bad = 'ab'.repeat(32);
  for (const values of [[mac(NOW)], [mac(NOW), bad], [bad, mac(NOW)], [bad, mac(NOW), bad]]) {
    assert.ok(accepts(`t=${NOW},${values.map((value) => `v1=${value}`).join(',')}`));
  }
  assert.ok(!accepts(`t=${NOW},v1=${bad},v1=${bad}`));
});

test('five minutes to either side are allowed', () => {
  for (const [offset, expected] of [[-300, true], [300, true], [-301, false], [301, false]]) {
    assert.equal(accepts(`t=${NOW + offset},v1=${mac(NOW + offset)}`), expected, `${offset} s`);
  }
});

test('the bytes count, not what they mean', () => {
  assert.ok(!accepts(`t=${NOW},v1=${mac(NOW)}`, Buffer.from(BODY.toString().trim())));
});

test('what cannot be read is not genuine', () => {
  const good = mac(NOW);
  const headers = [undefined, '', 'soon', `v1=${good}`, `t=soon,v1=${good}`, `t=${NOW}`, `t=${NOW},v1=`, `t=${NOW},v1=${good}00`, `t=${NOW},v1=${good.slice(1)}`, `t=${NOW},v0=${good}`];
  for (const header of headers) assert.ok(!accepts(header), header);
});
