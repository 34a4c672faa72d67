// node nodemailer-pool.mjs PORT COUNT CONNECTIONS SAMPLE.eml
// Sends personalised copies of a mail through nodemailer's pool to 127.0.0.1 and prints how many a second.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const [port, count, connections] = process.argv.slice(2, 5).map(Number);
const sample = readFileSync(process.argv[5], 'latin1');

/** The two parts, decoded. */
function parts() {
  const boundary = /boundary="([^"]+)"/.exec(sample)[1];
  return sample.split('--' + boundary).slice(1, 3).map((part) => {
    const [head, body] = part.split(/\r?\n\r?\n(.*)/s);
    const bytes = /base64/i.test(head) ? Buffer.from(body, 'base64') : Buffer.from(quotedPrintable(body), 'latin1');
    return bytes.toString('utf8');
  });
}

function quotedPrintable(text) {
  return text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

const [text, html] = parts();
const token = /\/unsubscribe\/([\w-]+)/.exec(text)[1];
const transport = nodemailer.createTransport({
  host: '127.0.0.1', port, pool: true, maxConnections: connections, maxMessages: Infinity, secure: false, ignoreTLS: true,
});
let next = 0;
let done = 0;
const start = process.hrtime.bigint();

function mail(number) {
  const own = `${token.slice(0, -8)}${String(number).padStart(8, '0')}`;
  return {
    from: '晨报 <news@example.org>',
    to: `reader${number}@example.net`,
    subject: '晨报 11月23日',
    list: { unsubscribe: `https://news.example.org/unsubscribe/${own}` },
    text: text.replaceAll(token, own),
    html: html.replaceAll(token, own),
  };
}

function sent(problem) {
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  if (++done < count) return;
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log((count / seconds).toFixed(1));
  transport.close();
}

transport.on('idle', () => {
  while (transport.isIdle() && next < count) transport.sendMail(mail(++next), sent);
});
