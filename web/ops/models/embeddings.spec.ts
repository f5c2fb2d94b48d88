import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { backlogView } from './embeddings.js';

const { en } = TEXTS;
const format = new Format('en', 'UTC');

describe('the embeddings backlog', () => {
  it('is told in figures and shares; without texts there is none', () => {
    const view = backlogView({ ready: 75, processing: 0, pending: 20, failed: 5 }, en, format);
    expect(view).toMatchObject({ headline: '75 of 100 chunks can be found by meaning', waiting: true });
    expect(view?.parts.map(({ share }) => share)).toEqual([0.75, 0, 0.2, 0.05]);
    expect(backlogView({ ready: 9, processing: 0, pending: 0, failed: 0 }, en, format)?.waiting).toBe(false);
    expect(backlogView({ ready: 0, processing: 0, pending: 0, failed: 0 }, en, format)).toBeNull();
  });
});
