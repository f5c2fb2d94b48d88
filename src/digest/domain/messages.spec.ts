import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slackMessage, webhookMessage, type DigestContent } from './messages.js';

const BASE = 'https://kag.example';
const line = (name: string, words: string) => ({ project: { name }, words, link: '/projects/1#lines' });
const digest = (more: Partial<DigestContent> = {}): DigestContent => ({
  from: '2026-02-07',
  to: '2026-02-07',
  locale: 'en',
  title: 'Digest for 7 February',
  summary: '1 change.',
  totals: { changes: 1, attention: 0, done: 0 },
  changes: [line('Acme', 'Health fell by 12 points')],
  attention: [],
  done: [],
  ...more,
});
const textsOf = (given: DigestContent) =>
  slackMessage(given, BASE).blocks.map((block) => (block as { text: { text: string } }).text.text);

describe('a message for Slack', () => {
  it('leads from each line to its evidence', () => {
    expect(textsOf(digest())).toEqual([
      'Digest for 7 February',
      '1 change.',
      '*What changed*\n• *Acme*: <https://kag.example/projects/1#lines|Health fell by 12 points>',
      '<https://kag.example/digest?date=2026-02-07|Open the digest>',
    ]);
  });

  it('gives all reasons for which a project needs attention', () => {
    const reason = (words: string) => ({ words, link: '/projects/1#risks' });
    const reasons = [reason('Delivery has been in trouble since 3 February'), reason('Plan the cost')];
    const [, , part] = textsOf(digest({ changes: [], attention: [{ project: { name: 'Acme' }, reasons }] }));
    expect(part).toBe(
      '*Who needs attention*\n• *Acme*: ' +
        '<https://kag.example/projects/1#risks|Delivery has been in trouble since 3 February. Plan the cost>',
    );
  });

  it('says how many more there are', () => {
    const changes = Array.from({ length: 30 }, (_, n) => line(`P${n}`, 'Health fell'));
    const [, , part = ''] = textsOf(digest({ changes, totals: { changes: 130, attention: 0, done: 0 } }));
    expect(part.split('\n')).toHaveLength(12);
    expect(part).toMatch(/and 120 more$/);
  });

  it('lets no name become a mention, a link or a heading', () => {
    const [, , part] = textsOf(digest({ changes: [line('<!channel> *A*|B\nC', '<https://evil.example|x>')] }));
    expect(part).toBe(
      '*What changed*\n• *&lt;!channel&gt; A B C*: <https://kag.example/projects/1#lines|&lt;https://evil.example x&gt;>',
    );
  });

  it('is never longer than Slack takes', () => {
    const words = fc.string({ maxLength: 2_000, unit: fc.constantFrom('<', '&', 'a', ' ') });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), words, (said, title) => {
        const changes = said.map((one) => line(one.slice(0, 160), one));
        const totals = { changes: changes.length, attention: 0, done: 0 };
        const [header = '', ...sections] = textsOf(digest({ changes, title, totals }));
        expect(header.length).toBeLessThanOrEqual(150);
        for (const text of sections) expect(text.length).toBeLessThanOrEqual(3_000);
      }),
    );
  });
});

it('tells programs all of it, with addresses', () => {
  expect(webhookMessage(digest({ from: '2026-02-01' }), BASE, new Date('2026-02-08T06:00:00Z'))).toMatchObject({
    type: 'digest',
    timestamp: '2026-02-08T06:00:00.000Z',
    url: 'https://kag.example/digest?date=2026-02-07&period=week',
    data: { changes: [{ link: 'https://kag.example/projects/1#lines', words: 'Health fell by 12 points' }] },
  });
});
