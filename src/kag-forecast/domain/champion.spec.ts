import { describe, expect, it } from '@jest/globals';
import { championOf, type Contest, LEAST_ONSETS } from './champion.js';

const contest = (base: number | null, rules: number | null, hazard: number | null, onsets = LEAST_ONSETS): Contest => ({
  onsets,
  log_loss: { 'base-rate': base, 'rules-v2': rules, 'hazard-v1': hazard },
});

describe('the model that is served', () => {
  it.each([
    ['the best one', contest(0.3, 0.25, 0.2), 'hazard-v1'],
    ['a plainer one where that is better', contest(0.3, 0.25, 0.26), 'rules-v2'],
    ['what is usual where nothing is better', contest(0.3, 0.31, 0.32), 'base-rate'],
    ['of equal ones the one that says more', contest(0.3, 0.3, 0.3), 'hazard-v1'],
  ])('is %s', (_name, given, model) => expect(championOf(given)).toEqual({ model, why: 'best_log_loss' }));

  it.each([
    ['nothing is over yet', contest(null, null, null)],
    ['one was not there yet', contest(0.1, null, 0.2)],
    ['too few onsets came', contest(0.1, 0.2, 0.3, LEAST_ONSETS - 1)],
  ])('is the first one while %s', (_name, given) =>
    expect(championOf(given)).toEqual({ model: 'hazard-v1', why: 'too_little_to_tell' }),
  );
});
