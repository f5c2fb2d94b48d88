import { jest } from '@jest/globals';
import { HANG_LIMIT_MS } from './hang-limit.js';

// Later than any wait inside the test, so that the wait fails first and says what it was for.
jest.setTimeout(HANG_LIMIT_MS + 60_000);
