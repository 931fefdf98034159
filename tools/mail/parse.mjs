// Reads an e-mail with a parser that has nothing in common with the writer's, and prints what it holds as JSON: node parse.mjs FILE.eml
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';

const message = await PostalMime.parse(await readFile(process.argv[2]));
const plain = text => text?.replace(/\r\n/g, '\n').replace(/\n+$/, '') ?? null;
console.log(JSON.stringify({
  subject: message.subject,
  to: (message.to ?? []).map(one => one.address),
  date: message.date.replace('.000', ''),
  unsent: message.headers.find(header => header.key === 'x-unsent')?.value,
  text: plain(message.text),
  html: plain(message.html),
  attachments: message.attachments.map(({ filename, mimeType, content }) => {
    const bytes = Buffer.from(content);
    return { name: filename, type: mimeType, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }),
}));
