import { isFinal, isLost } from './write-failure.js';

describe('what a failed writing means', () => {
  it.each([
    // kind, status, may be there, is refused for good
    ['timeout', undefined, true, false],
    ['network', undefined, true, false],
    ['vendor_error', 500, true, false],
    ['vendor_error', 200, true, false],
    ['bad_payload', 200, true, false],
    ['timeout', 408, true, false],
    ['rate_limited', 429, false, false],
    ['rate_limited', 400, false, false],
    ['rate_limited', undefined, false, false],
    ['vendor_error', 422, false, true],
    ['vendor_error', 413, false, true],
    ['vendor_error', 404, false, false],
    ['gone', 404, false, true],
    ['auth', 401, false, true],
    ['auth', undefined, false, false],
    ['config', 400, false, true],
    ['config', 200, false, false],
  ])('%s with the status %s', (kind, status, lost, final) => {
    expect({ lost: isLost({ kind, status }), final: isFinal({ kind, status }) }).toEqual({ lost, final });
  });
});
