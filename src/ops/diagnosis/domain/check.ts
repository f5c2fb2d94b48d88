import type { Config } from '../../../config/index.js';
import type { RemedyStep, SectionId } from './diagnosis.js';
import { type DiagnosisFacts, Missing, type PartName, type Parts, type ProjectFacts } from './facts.js';
import type { Text, DiagnosisWords } from './wording.js';

/**
 * The configuration, which checks compare facts with. `search_model` names the embedder in use as stored vectors do.
 */
export type Settings = Config & { readonly search_model: string };

export interface Finding {
  status: 'ok' | 'warn' | 'fail' | 'skipped';
  observed: string;
  expected: string;
  remedy?: RemedyStep[];
  /** Whether there was nothing to look at since the facts could not be read. */
  unread?: boolean;
}

/** What a check is called with: the parts that it needs, the project, the configuration, the time and the language. */
export type Seen<N extends PartName> = Pick<Parts, N> & {
  project: ProjectFacts;
  settings: Settings;
  now: Date;
  words: DiagnosisWords;
};

/** One line of the runbook. */
export interface CheckDefinition {
  id: string;
  section: SectionId;
  /** What holds where all is well. */
  title: Text;
  /** What is wrong where it warns or fails. */
  trouble: Text;
  /** The facts without which it is skipped. */
  needs: readonly PartName[];
  look: (facts: DiagnosisFacts, settings: Settings, now: Date, words: DiagnosisWords) => Finding;
}

/** Declares a check; one of whose parts is missing is skipped and says why. */
export function check<const N extends PartName>(declared: {
  id: string;
  section: SectionId;
  title: Text;
  trouble: Text;
  needs: readonly N[];
  look: (seen: Seen<N>) => Finding;
}): CheckDefinition {
  const { needs, look, ...described } = declared;
  return {
    ...described,
    needs,
    look(facts, settings, now, words) {
      for (const part of needs) {
        const value = facts[part];
        if (value instanceof Missing)
          return {
            status: 'skipped',
            observed: value.why[words.locale],
            expected: words.say('This can be looked at.', 'Это можно проверить.'),
            unread: true,
          };
      }
      return look({ ...(facts as unknown as Pick<Parts, N>), project: facts.project, settings, now, words });
    },
  };
}
