import { jest } from '@jest/globals';

// A deadline against hanging, not a measure of speed: the embedded database serves one transaction at a time.
jest.setTimeout(60_000);
