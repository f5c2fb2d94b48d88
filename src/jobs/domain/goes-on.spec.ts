import { AppError } from '../../common/app-error.js';
import { goesOn, Interrupted, pauseSeconds } from './goes-on.js';

const failed = (facts: object) => Object.assign(new Error('x'), facts);

describe('a run goes on after', () => {
  it.each([
    ['another worker took it over', new Interrupted('x')],
    ['its connection was ended', failed({ code: '57P01' })],
    ['the database was read-only', failed({ driverError: failed({ code: '25006' }) })],
    ['the disk was full', failed({ code: '53100' })],
    ['no connection was free', failed({ code: '53300' })],
  ])('%s', (_what, thrown) => expect(goesOn(thrown)).toBe(true));
});

describe('a run has failed after', () => {
  it.each([
    ['a statement that took too long', failed({ driverError: failed({ code: '57014' }) })],
    [
      'a failure that it tells of itself',
      new AppError('vendor_failed', 'x', undefined, { cause: failed({ code: '57P01' }) }),
    ],
    ['a fault of ours', new TypeError('x')],
    ['anything else', 'text'],
  ])('%s', (_what, thrown) => expect(goesOn(thrown)).toBe(false));
});

it('waits longer each time, up to ten seconds', () => {
  expect([1, 2, 3, 4, 5, 20].map(pauseSeconds)).toEqual([1, 2, 4, 8, 10, 10]);
});
