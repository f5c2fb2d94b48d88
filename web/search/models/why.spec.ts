import { expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { en } from '../texts/en.js';
import { lackOf, whyFound } from './why.js';

it.each([
  [{ vector: 1, lexical: 3, exact: null }, ['its meaning (no. 1)', 'its words (no. 3)']],
  [{ vector: null, lexical: 1, exact: 1 }, ['an exact match', 'its words (no. 1)']],
])('says why a text was found: %j', (ranks, why) => expect(whyFound({ ranks }, en, new Format('en'))).toEqual(why));

it.each([
  ['no chunks: nothing of this project has been synced yet.', 'unread'],
  ['embeddings pending: 3 chunks wait for theirs.', 'pending'],
  ['embeddings failed: the provider rejected all 3 chunks.', 'rejected'],
  ['something newer', 'other'],
])('knows what lacks by %j', (hint, lack) => expect(lackOf(hint)).toBe(lack));
