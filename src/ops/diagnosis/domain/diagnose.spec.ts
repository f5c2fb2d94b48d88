import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { connector, connectorError, healthy, NOW, settings } from '../../../../test/builders/diagnosis.js';
import { becauseOf, CAUSES, firstCause } from './causality.js';
import { CHECKS } from './catalogue.js';
import { diagnose } from './diagnose.js';
import type { CheckStatus } from './diagnosis.js';
import { Missing } from './facts.js';

const IDS = CHECKS.map(({ id }) => id);
const statuses = fc
  .tuple(...IDS.map(() => fc.constantFrom<CheckStatus>('ok', 'ok', 'warn', 'fail', 'skipped')))
  .map((values) => new Map(IDS.map((id, i) => [id, values[i]!])));

describe('the order of causes', () => {
  it('has every check once', () => {
    expect(Object.keys(CAUSES).sort()).toEqual([...IDS].sort());
    // Every one of them can be where to begin, when it alone is not well.
    for (const id of IDS)
      for (const status of ['warn', 'fail'] as const) expect(firstCause(new Map([[id, status]]))).toBe(id);
  });

  it('goes one way: whatever explains a check stands before it', () => {
    const order = Object.keys(CAUSES);
    const wrong = order.flatMap((id, place) =>
      CAUSES[id]!.filter((cause) => order.indexOf(cause) >= place || !order.includes(cause)).map(
        (cause) => `${cause} → ${id}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('begins with something that is not well and that nothing explains, whatever is seen', () => {
    fc.assert(
      fc.property(statuses, (seen) => {
        const first = firstCause(seen);
        const bad = [...seen].filter(([, status]) => status === 'warn' || status === 'fail');
        if (bad.length === 0) return first === null;
        return first !== null && bad.some(([id]) => id === first) && becauseOf(first, seen) === null;
      }),
    );
  });

  it('begins with a failure, or with what explains one, where anything fails', () => {
    fc.assert(
      fc.property(statuses, (seen) => {
        const first = firstCause(seen);
        if (![...seen.values()].includes('fail') || first === null) return true;
        const failing = [...seen].filter(([, status]) => status === 'fail').map(([id]) => id);
        const roots = failing.map((id) => {
          let root = id;
          for (let cause = becauseOf(root, seen); cause !== null; cause = becauseOf(root, seen)) root = cause;
          return root;
        });
        return roots.includes(first);
      }),
    );
  });
});

describe('a diagnosis', () => {
  it('of a healthy project has no first cause', () => {
    const { verdict } = diagnose({ ...healthy, request: new Missing({ en: 'nobody', ru: 'никто' }) }, settings(), NOW);
    expect(verdict).toMatchObject({ status: 'ok', first_cause: null });
    expect(verdict.counts).toMatchObject({ fail: 0, warn: 0, skipped: 5 });
  });

  it('names a wrong token before the missing texts, and says of these that they follow', () => {
    const connectors = [
      connector('chatwoot', {
        errors: [connectorError({ error_kind: 'auth', status: 'dead_letter', next_retry_at: null })],
        open_errors: 1,
        dead_letters: 1,
        state: { ...connector('chatwoot').state!, status: 'failed', last_success_at: null },
      }),
    ];
    const { verdict, sections } = diagnose(
      { ...healthy, connectors, search: { ...healthy.search, ready: 0 } },
      settings(),
      NOW,
    );
    expect(verdict.first_cause).toMatchObject({ check: 'vendor_token', section: 'connector_sync', status: 'fail' });
    const because = Object.fromEntries(
      sections.flatMap(({ checks }) =>
        checks.filter(({ status }) => status === 'fail').map(({ id, because_of }) => [id, because_of]),
      ),
    );
    expect(because).toEqual({
      vendor_token: null,
      chunks: 'vendor_token',
      connector_state: 'vendor_token',
      dead_letters: 'vendor_token',
    });
  });

  it('says which project its requests are about, in every path of a project', () => {
    const { sections } = diagnose(
      { ...healthy, search: { ...healthy.search, ready: 0, pending: 3 }, kag: { ...healthy.kag, forecasts: [] } },
      settings({ KAG_ENABLED: 'false', KAG_SNAPSHOTS_ENABLED: 'false' }),
      NOW,
    );
    const paths = sections
      .flatMap(({ checks }) => checks)
      .flatMap(({ remedy }) => remedy.flatMap(({ path }) => path ?? []));
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) expect(path).toContain(`project_id=${healthy.project.id}`);
  });

  it('of a database that lacks tables blames the migrations for what could not be read', () => {
    const database = { ...healthy.database, pending_migrations: ['Later'] };
    const { verdict, sections } = diagnose(
      { ...healthy, database, kag: new Missing({ en: 'no table', ru: 'нет таблицы' }) },
      settings(),
      NOW,
    );
    expect(verdict.first_cause?.check).toBe('migrations');
    const gate = sections.flatMap(({ checks }) => checks).find(({ id }) => id === 'evidence_gate');
    expect(gate).toMatchObject({ status: 'skipped', because_of: 'migrations' });
  });

  it('does not begin with advice where something else deserves a look', () => {
    const database = { ...healthy.database, pgvector: '0.8.1' };
    const only = diagnose(
      { ...healthy, request: new Missing({ en: 'nobody', ru: 'никто' }), database },
      settings(),
      NOW,
    );
    expect(only.verdict.first_cause?.check).toBe('pgvector');
    const more = diagnose({ ...healthy, database, kag: { ...healthy.kag, signatures: [] } }, settings(), NOW);
    expect(more.verdict.first_cause?.check).toBe('signatures');
  });
});
