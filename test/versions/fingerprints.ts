/** Something whose results are kept, so that a change of it needs a new version. */
export interface Versioned {
  /** What is versioned, as a sentence's subject. */
  what: string;
  /** What to bump, and where it stands. */
  bump: string;
  /** What each version makes of the inputs. A change of the code adds a line; a line that is there stays as it is. */
  fingerprints: Readonly<Record<string, string>>;
}

export const VERSIONED = {
  state: {
    what: 'what signals remember of events',
    bump: 'STATE_VERSION in src/kag-signals/domain/state.ts',
    fingerprints: { 5: 'cfa74bd901cf5fa1' },
  },
  cut: {
    what: 'how texts are read and cut for search',
    bump: 'CUT_RULES in src/search/chunk-writer.ts',
    fingerprints: { 2: 'dd899e7e2eee6909', 3: 'dd899e7e2eee6909' },
  },
  hashing: {
    what: 'the vectors of hashed words',
    bump: 'HASHING_MODEL in src/search/domain/model-id.ts',
    fingerprints: { 'local-feature-hashing-v2': '3b2af10e11d419ab' },
  },
  joined: {
    what: 'the vectors of meaning and words',
    bump: 'JOINED_MODEL in src/search/domain/model-id.ts',
    fingerprints: { 'local-joined-v1': '8b0b8930d1b29201' },
  },
  sentences: {
    what: 'the weights of the sentence model',
    bump: 'JOINED_MODEL in src/search/domain/model-id.ts',
    fingerprints: { 'local-joined-v1': '14f1851b4d33d2fc' },
  },
  forecasts: {
    what: 'what a model learns and says',
    bump: 'its name in MODELS of src/kag-forecast/domain/forecast.ts',
    fingerprints: { 'base-rate': 'a3ccd14be04fa918', 'rules-v2': 'c8756e1f1f7e5df8', 'hazard-v1': '85f5d9d4f678cee6' },
  },
  question: {
    what: 'what the phrasing model is asked',
    bump: 'QUESTION_VERSION in src/kag-recommendations/domain/phrasing/question.ts',
    fingerprints: { 1: '45fee1c36e733635' },
  },
  detectors: {
    what: 'what the detectors hear',
    bump: 'VERSION of the weights, which npm run train writes into src/kag-events/domain/detect/learned/weights.ts',
    fingerprints: {
      'words-8c80f549': '6ed2bfb47316edb0',
      'words-bb3b85a8': 'a8f1c34c66671a79',
      'words-25fd2b38': '9ecc8aa68a9eb2c5',
      'words-bcb5bf34': '24aa2492ee2fabd4',
    },
  },
} as const satisfies Readonly<Record<string, Versioned>>;
