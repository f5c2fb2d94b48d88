import { describe, expect, it } from '@jest/globals';
import type { EvidenceRef } from '../../client/published.js';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { evidencePath, quotesOf, type Evidence } from './evidence.js';

const ref = (n: number, url: string | null = `https://chat.example.org/${n}`): EvidenceRef => ({
  source_table: 'cw_messages',
  source_pk: `cwmsg:1:${n}`,
  ...(url === null ? {} : { url }),
});
const evidence = (n: number, given: Partial<Evidence> = {}): Evidence => ({
  source_table: 'cw_messages',
  source_pk: `cwmsg:1:${n}`,
  kind: 'message',
  title: null,
  text: 'Where is it?',
  author: 'Ann',
  occurred_at: '2026-02-03T10:00:00Z',
  deleted: false,
  ...given,
});
const quotes = (refs: EvidenceRef[], found: Evidence[]) => quotesOf(refs, found, TEXTS.en, new Format('en', 'UTC'));

describe('the words that a recommendation rests on', () => {
  it('are told with who, when and where', () =>
    expect(quotes([ref(1)], [evidence(1)])).toEqual([
      {
        key: 'cw_messages:cwmsg:1:1',
        text: 'Where is it?',
        from: 'Message, Ann, 3 Feb 2026, 10:00',
        url: 'https://chat.example.org/1',
      },
    ]));

  it.each([
    [[], 'The words are not stored here.', ''],
    [[evidence(1, { deleted: true, text: null })], 'It is no longer at the source.', 'Message, Ann, 3 Feb 2026, 10:00'],
    [[evidence(1, { kind: 'issue', title: 'Login', author: null, occurred_at: null })], 'Login: Where is it?', 'Issue'],
  ])('%#', (found, text, from) => expect(quotes([ref(1)], found)).toMatchObject([{ text, from }]));

  it('lead to nothing but the web', () =>
    expect(quotes([ref(1, 'javascript:alert(1)'), ref(2, null)], []).map(({ url }) => url)).toEqual([null, null]));

  it('are asked for by fifty at most', () => {
    const path = evidencePath(
      'p&q',
      Array.from({ length: 60 }, (_, n) => ref(n)),
    );
    const asked = new URLSearchParams(path.slice(path.indexOf('?')));
    expect(asked.get('refs')?.split(',')).toHaveLength(50);
    expect(asked.get('project_id')).toBe('p&q');
  });
});
