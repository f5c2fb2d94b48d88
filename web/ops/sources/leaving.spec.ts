import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { leavingWords } from './leaving.js';

describe('what leaves a project', () => {
  const leaving = { linear_issues_raw: 264, linear_comments_raw: 1, rag_chunks: 0, cw_messages: 1200, odd_rows_raw: 2 };

  it('is told in words, the most first', () => {
    expect(leavingWords(leaving, TEXTS.en, new Format('en'))).toEqual([
      '1,200 messages',
      '264 issues',
      'rows: 2',
      '1 comment',
    ]);
    expect(leavingWords({ linear_issues_raw: 2, rag_chunks: 5 }, TEXTS.ru, new Format('ru'))).toEqual([
      '5 фрагментов текста для поиска',
      '2 задачи',
    ]);
  });

  it('is nothing where nothing does', () => expect(leavingWords({ a: 0 }, TEXTS.en, new Format('en'))).toEqual([]));
});
