import type { DiagnosisWords } from './wording.js';

/** What checks of the identity provider find without one. */
export const passwordsOnly = ({ say }: DiagnosisWords, expected: string) => ({
  status: 'ok' as const,
  observed: say('People sign in with passwords only.', 'Входят только по паролю.'),
  expected,
});
