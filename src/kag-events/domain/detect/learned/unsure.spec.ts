import fc from 'fast-check';
import { HEARD_TYPES } from '../../../heard-events.js';
import { sureOf, unsureOf } from './unsure.js';

describe('unsureOf', () => {
  it.each<['client' | 'team', string]>([
    ['client', 'Approved, please go ahead with the second layout.'],
    ['team', 'The weather is lovely in Lisbon today.'],
    ['client', ''],
    ['team', '???'],
  ])('is sure of what the %s says in "%s"', (side, text) => {
    expect(unsureOf(text, side)).not.toContain(side === 'client' ? 'approval_approved' : 'approval_requested');
  });

  it('asks about words that come near an approval, and may not say it', () => {
    expect(unsureOf('The blue one is nicer, we think', 'client')).toContain('approval_approved');
  });

  it('names only what that side can have said', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(unsureOf(text, 'team').every((type) => ['approval_requested', 'agreement_created'].includes(type))).toBe(
          true,
        );
        expect(unsureOf(text, 'client')).not.toContain('approval_requested');
        expect(unsureOf(text, 'client').every((type) => HEARD_TYPES.includes(type))).toBe(true);
      }),
    ));
});

describe('sureOf', () => {
  it.each<['client' | 'team', string, string[]]>([
    ['client', 'Approved.', ['approval_approved']],
    ['team', 'Approved.', []],
    ['client', 'The blue one is nicer, we think', []],
    ['team', 'The weather is lovely in Lisbon today.', []],
    ['client', '', []],
  ])('hears without any doubt what the %s says in "%s"', (side, text, types) => {
    expect(sureOf(text, side)).toEqual(types);
  });
});
