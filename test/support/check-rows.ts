import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../src/config/read-config.js';
import { CHECKS } from '../../src/ops/diagnosis/domain/catalogue.js';
import type { Finding } from '../../src/ops/diagnosis/domain/check.js';
import type { CheckStatus, RemedyStep, SectionId } from '../../src/ops/diagnosis/domain/diagnosis.js';
import { type DiagnosisFacts, Missing, type PartName, type Parts } from '../../src/ops/diagnosis/domain/facts.js';
import { wordsIn } from '../../src/ops/diagnosis/domain/wording.js';
import { before, healthy, NOW, settings } from '../builders/diagnosis.js';

/** What a check says of a healthy project but for some facts, an environment, or the project's age. */
export interface Row {
  check: string;
  when: string;
  status: CheckStatus;
  /** A part of what is said to have been seen. */
  seen?: string;
  /** A part of what is said to be expected. */
  wanted?: string;
  /** The first step: `POST /path`, a variable to set, or `$` and a command. */
  cure?: string;
  facts?: { [P in PartName]?: Partial<Parts[P]> | Parts[P] };
  env?: Environment;
  /** Seconds since the project was made. */
  age?: number;
}

const PRODUCTION = {
  NODE_ENV: 'production',
  AUTH_CREDENTIALS: 'admin:correct-horse-battery',
  SESSION_SECRET: 's'.repeat(32),
};

/** Tests every check of a section: by its rows, on a healthy project, and where its facts are missing. */
export function describeChecks(section: SectionId, rows: readonly Row[]): void {
  const checks = CHECKS.filter((check) => check.section === section);
  const named = (id: string) => {
    const found = checks.find((check) => check.id === id);
    if (!found) throw new Error(`${section} has no check ${id}`);
    return found;
  };

  describe(section, () => {
    it.each(rows.map((row) => [`${row.check}: ${row.when} is ${row.status}`, row] as const))('%s', (_name, row) => {
      const finding = named(row.check).look(factsOf(row), settings(row.env), NOW, english);
      expect([finding.status, finding.observed]).toEqual([row.status, expect.stringContaining(row.seen ?? '')]);
      expect(finding.expected).toContain(row.wanted ?? '');
      if (row.cure !== undefined) expect(shown(finding.remedy?.[0])).toBe(row.cure);
      if (row.status === 'ok' || row.status === 'skipped') expect(finding.remedy ?? []).toEqual([]);
      expectSame(named(row.check).look(factsOf(row), settings(row.env), NOW, russian), finding);
    });

    describe.each(checks.map(({ id }) => id))('%s', (id) => {
      it('has a row of what it is not content with, or says who asks', () => {
        const statuses = rows.filter((row) => row.check === id).map(({ status }) => status);
        expect(statuses.some((status) => status === 'warn' || status === 'fail') || id === 'session_project').toBe(
          true,
        );
      });

      it('is content with a healthy project, and shows no figure of its making', () => {
        const finding = named(id).look(healthy, settings(id === 'cookie_flags' ? PRODUCTION : {}), NOW, english);
        expect(finding.status).toBe('ok');
        expect(`${finding.observed} ${finding.expected}`).not.toMatch(/undefined|NaN|null|\[object/);
      });

      it('is skipped with the reason where what it looks at could not be read', () => {
        const nothing = Object.fromEntries(
          Object.keys(healthy).map((part) => [
            part,
            part === 'project' ? healthy.project : new Missing({ en: 'No table.', ru: 'Таблицы нет.' }),
          ]),
        ) as unknown as DiagnosisFacts;
        const { status, observed } = named(id).look(nothing, settings(), NOW, russian);
        if (!LOOKS_AT_SETTINGS.has(id)) expect([status, observed]).toEqual(['skipped', 'Таблицы нет.']);
      });
    });
  });
}

const [english, russian] = [wordsIn('en'), wordsIn('ru')];

/** A finding in Russian says the same with the same steps, and each of its own sentences in Russian. */
function expectSame(translated: Finding, { status, remedy = [] }: Finding): void {
  expect(translated.status).toBe(status);
  expect(translated.remedy?.map(shown) ?? []).toEqual(remedy.map(shown));
  const figures = /undefined|NaN|\[object/;
  expect(`${translated.observed} ${translated.expected}`).not.toMatch(figures);
  for (const sentence of [translated.expected, ...(translated.remedy ?? []).map(({ note }) => note)])
    expect(sentence).toMatch(/[а-яё]|: true|— true/i);
}

const LOOKS_AT_SETTINGS = new Set(['embedding_key', 'kag_flags']);

function factsOf({ facts = {}, age }: Row): DiagnosisFacts {
  const changed = Object.fromEntries(
    Object.entries(facts).map(([part, value]) => [
      part,
      Array.isArray(value) ? value : { ...(healthy[part as PartName] as object), ...value },
    ]),
  );
  const project = age === undefined ? healthy.project : { ...healthy.project, created_at: before(age) };
  return { ...healthy, ...changed, project };
}

function shown(step: RemedyStep | undefined): string {
  const [variable] = Object.entries(step?.set ?? {});
  return step?.run ? `$ ${step.run}` : variable ? variable.join('=') : `${step?.method} ${step?.path}`;
}
