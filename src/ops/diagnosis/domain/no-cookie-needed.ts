import type { DiagnosisWords } from './wording.js';

/** What checks of cookies find where an API token signs the request in. */
export const noCookieNeeded = ({ say }: DiagnosisWords, expected: string) => ({
  status: 'skipped' as const,
  observed: say('Asked with an API token, which needs no cookie.', 'Запрос пришёл с API-токеном: cookie ему не нужны.'),
  expected,
});
