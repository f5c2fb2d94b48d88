import { expect, it } from '@jest/globals';
import { mailOf } from './mail.js';
import type { DigestContent } from './messages.js';

const digest: DigestContent = {
  from: '2026-02-07',
  to: '2026-02-07',
  locale: 'en',
  title: 'Digest for 7 February',
  summary: '1 change.',
  totals: { changes: 12, attention: 0, done: 0 },
  changes: [{ project: { name: '<b>Acme</b>\n& "Co"' }, words: 'Health fell by 12 points', link: '/projects/1#lines' }],
  attention: null,
  done: [],
};

it('tells the same in text and with links, and lets no name become markup or another line', () => {
  const { subject, text, html } = mailOf(digest, 'https://kag.example');
  expect(subject).toBe('Digest for 7 February');
  expect(text).toBe(
    [
      '1 change.',
      'What changed\n- <b>Acme</b> & "Co": Health fell by 12 points\n  https://kag.example/projects/1#lines\nand 11 more',
      'Open the digest: https://kag.example/digest?date=2026-02-07',
    ].join('\n\n'),
  );
  expect(html).toContain('<b>&lt;b&gt;Acme&lt;/b&gt;\n&amp; &quot;Co&quot;</b>');
  expect(html).toContain('<a href="https://kag.example/projects/1#lines">Health fell by 12 points</a>');
});
