import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { momentOf, positionOf } from './position.js';

it('finds every moment again', () => {
  const moments = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(fc.property(moments, (moment) => expect(momentOf(positionOf(moment))).toEqual(moment)));
});

it.each(['', 'seven', '2026-02-30', '2026-13-01T00:00:00.000Z', '1', '2026-02-06T10:11:12Z'])(
  'takes %j for no position',
  (text) => expect(momentOf(text)).toBeNull(),
);
