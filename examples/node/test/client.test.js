import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { createClient } from '../src/osigu/client.js';

const log = { warn() {} };

/** A client whose provider gives these answers, one after the other; what it was asked is in `seen`. */
async function clientOf(t, ...answers) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method, bearer: request.headers.authorization, at: Date.now() });
    const { status = 200, headers = {}, cut = false } = answers[Math.min(seen.length, answers.length) - 1];
    if (cut) return request.socket.destroy();
    return response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end('{"id":"1"}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close().closeAllConnections());
  let token = 1;
  const tokens = { get: async () => `token-${token}`, discard: () => (token += 1) };
  return { seen, client: createClient({ settings: { apiUrl: `http://127.0.0.1:${server.address().port}` }, tokens, log }) };
}

test('a read is repeated after a 503, not before the time that was asked for', async (t) => {
  const { seen, client } = await clientOf(t, { status: 503, headers: { 'Retry-After': '1' } }, {});
  assert.deepEqual(await client.get('/x'), { id: '1' });
  assert.equal(seen.length, 2);
  assert.ok(seen[1].at - seen[0].at >= 1_000);
});

test('a refusal is final', async (t) => {
  const { seen, client } = await clientOf(t, { status: 422 });
  await assert.rejects(client.get('/x'), { kind: 'refused', status: 422 });
  assert.equal(seen.length, 1);
});

test('a refused token is replaced once', async (t) => {
  const { seen, client } = await clientOf(t, { status: 401 });
  await assert.rejects(client.get('/x'), { kind: 'credentials' });
  assert.deepEqual(seen.map(({ bearer }) => bearer), ['Bearer token-1', 'Bearer token-2']);
});

test('a write whose answer got lost is looked up, and not sent again where it was done', async (t) => {
  const { seen, client } = await clientOf(t, { cut: true }, {});
  assert.deepEqual(await client.settle(() => client.post('/x', {}), () => client.get('/x')), { id: '1' });
  assert.deepEqual(seen.map(({ method }) => method), ['POST', 'GET']);
});

test('where looking does not help either, it stays uncertain', async (t) => {
  const { client } = await clientOf(t, { cut: true }, { status: 404 });
  await assert.rejects(client.settle(() => client.post('/x', {}), () => client.get('/x')), { kind: 'uncertain' });
});
