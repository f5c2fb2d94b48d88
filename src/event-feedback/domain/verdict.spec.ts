import { describe, expect, it } from '@jest/globals';
import { objectionTo } from './verdict.js';

const OTHERS = ['approval_approved', 'need_detected'] as const;

describe('a verdict', () => {
  it.each([
    [{ right: true, instead: null }, OTHERS, null],
    [{ right: false, instead: null }, OTHERS, null],
    [{ right: false, instead: 'need_detected' }, OTHERS, null],
    [{ right: true, instead: 'need_detected' }, OTHERS, 'instead'],
    [{ right: false, instead: 'invoice_paid' }, OTHERS, 'instead'],
    [{ right: false, instead: 'message_sent' }, OTHERS, 'instead'],
    [{ right: false, instead: 'need_detected' }, [], 'instead'],
    [{ right: false, instead: null }, null, 'id'],
  ])('%j of what may be %j: %s', (verdict, alternatives, path) => {
    expect(objectionTo(verdict, alternatives)?.path ?? null).toBe(path);
  });
});
