import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { KNOWN } from './known-secrets.js';
import { secretsIn, secretsOf } from './secrets.js';

const ROOT = join(import.meta.dirname, '../..');

/** Letters and digits that look drawn by lot. In parts, or this file would hold a secret. */
const drawn = (length: number) => 'q7Xv2Lk9'.concat('Zp4Rt8Wn3Ys6Hd1Jf5Mb').repeat(4).slice(0, length);

// What git keeps can be told where it is: not of an unpacked archive, nor on a machine without it.
const kept = spawnSync('git', ['ls-files', '--error-unmatch', 'package.json'], { cwd: ROOT }).status === 0;
const suite = kept ? describe : describe.skip;

suite(`the tree${kept ? '' : ' (not searched: git does not know it)'}`, () => {
  it('holds no secret but the made-up ones, each with its reason', async () => {
    const found = await secretsOf(ROOT);
    const unknown = found.filter(({ text }) => !KNOWN.some((known) => known.text.test(text)));
    expect(unknown.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([]);
    // What is found no more would let another one in unseen later.
    expect(KNOWN.filter((known) => !found.some(({ text }) => known.text.test(text)))).toEqual([]);
    for (const { why } of KNOWN) expect(why).not.toBe('');
  });

  it('is searched in every file that git keeps', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kag-secrets-'));
    try {
      const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
      git('init');
      writeFileSync(join(folder, 'notes.txt'), `nothing here\nATTIO_API_TOKEN=${drawn(64)}\n`);
      writeFileSync(join(folder, 'local.txt'), `ATTIO_API_TOKEN=${drawn(64)}\n`);
      git('add', 'notes.txt');
      expect(await secretsOf(folder)).toMatchObject([{ file: 'notes.txt', line: 2 }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('what looks like a secret', () => {
  it.each([
    ['a private key', `-----BEGIN ${'RSA'} PRIVATE KEY-----\n${drawn(64)}\n-----END ${'RSA'} PRIVATE KEY-----`],
    ['a locked private key', `-----BEGIN ${'ENCRYPTED'} PRIVATE KEY-----\n${drawn(64)}\n-----END`],
    ['a key of AWS', `AWS_SECRET_ACCESS_KEY = "${drawn(40)}"`],
    ['a token of Linear', `lin_${'api_'}${drawn(40)}`],
    ['a token of Attio', `ATTIO_API_TOKEN=${drawn(64)}`],
    ['a token of Chatwoot', `api_access_token: '${drawn(24)}'`],
    ['a key of OpenAI', `const key = 'sk-proj-${drawn(74)}T3Blbk${'FJ'}${drawn(74)}';`],
    ['a token of this server', `see kag_${drawn(43)}`],
    ['a header', `Authorization: Bearer ${drawn(32)}`],
    ['a password in an address', `postgres://kag:${drawn(16)}@db.example.com/kag`],
    ['a key of SECRETS_KEY', `SECRETS_KEY=${Buffer.from(drawn(32)).toString('base64')}`],
  ])('is found: %s', async (_, text) => {
    expect(await secretsIn('planted.txt', `before\n${text}\n`)).not.toEqual([]);
  });

  it('is found though a comment would let it through', async () => {
    const text = `// secretlint-${'disable'}\nconst secret = '${drawn(32)}';\nlin_${'api_'}${drawn(40)}\n`;
    expect((await secretsIn('planted.ts', text)).map(({ line }) => line).sort()).toEqual([2, 3]);
  });

  it.each(['API_TOKEN=$API_TOKEN', `password: 'correct horse battery'`, 'token: string', 'secret = sealed.of(a1b2c3)'])(
    'is not: %s',
    async (text) => {
      expect(await secretsIn('fine.txt', text)).toEqual([]);
    },
  );
});
