import { describe, expect, it } from '@jest/globals';
import { messageRef, reading } from '../../../test/support/readings.js';
import { SCORE_TYPES } from '../../kag-signals/domain/score.js';
import { SIGNAL_KEYS } from '../../kag-signals/domain/signal.js';
import { THRESHOLDS } from '../../kag-signals/domain/thresholds.js';
import { snapshotOf, type DayCounts } from './snapshot.js';

const COUNTS: DayCounts = {
  events_7d: 3,
  events_14d: 5,
  events_30d: 8,
  events_by_source_14d: { chatwoot: 4, linear: 1, attio: 0, github: 0 },
  open_issues: 6,
  overdue_issues: 2,
  pipeline_amount: 12_000.5,
  pipeline_count: 1,
};
const DAY = '2026-02-03';
const refs = (name: string, count: number) => Array.from({ length: count }, (_, i) => messageRef(`${name}${i}`));

describe('snapshotOf', () => {
  it('has every signal with its risk, every score with its band, and the counts', () => {
    const as_of = new Date('2026-02-03T12:00:00Z');
    const given = reading({
      as_of,
      values: {
        blockers_age: 4,
        client_sentiment: -0.4,
        activity_drop: null,
        client_value: null,
        risk: 61.25,
        project_health: 70,
      },
      evidence: { blockers_age: [messageRef('b')] },
      open_blockers: 2,
    });
    const snapshot = snapshotOf(given, DAY, COUNTS, THRESHOLDS);
    expect(snapshot).toMatchObject({ project_id: given.project_id, snapshot_date: DAY, as_of, publishable: true });
    expect(Object.keys(snapshot.signals_json)).toEqual([...SIGNAL_KEYS]);
    expect(snapshot.signals_json.blockers_age).toEqual({
      known: true,
      value: 4,
      status: 'warn',
      details: { open_blockers: 2 },
      risk: 0.8,
    });
    expect(snapshot.signals_json.client_sentiment).toEqual({
      known: true,
      value: -0.4,
      status: 'critical',
      details: {},
      risk: 1,
    });
    expect(snapshot.signals_json.margin_risk).toEqual({ known: true, value: 0, status: 'ok', details: {}, risk: 0 });
    expect(snapshot.signals_json.activity_drop).toEqual({
      known: false,
      value: null,
      status: 'unknown',
      details: {},
      risk: null,
    });
    expect(Object.keys(snapshot.scores_json)).toEqual([...SCORE_TYPES]);
    expect(snapshot.scores_json.risk).toEqual({ known: true, value: 61.25, band: 'low' });
    expect(snapshot.scores_json.client_value).toEqual({ known: false, value: null, band: null });
    expect(snapshot.aggregates_json).toEqual({ ...COUNTS, blocked_issues: 2 });
  });

  it('counts no blocked issue where the signal tells of none', () => {
    const given = reading();
    const silent = {
      ...given,
      signals: { ...given.signals, blockers_age: { ...given.signals.blockers_age, details: {} } },
    };
    expect(snapshotOf(silent, DAY, COUNTS, THRESHOLDS).aggregates_json.blocked_issues).toBe(0);
  });

  it('is not publishable without evidence', () => {
    expect(snapshotOf(reading({ values: { risk: 90 } }), DAY, COUNTS, THRESHOLDS)).toMatchObject({
      evidence_refs: [],
      publishable: false,
    });
    const needs = reading({ evidence: { needs: [messageRef('n')] } });
    expect(snapshotOf(needs, DAY, COUNTS, THRESHOLDS).publishable).toBe(true);
  });

  it('takes the refs of project_health first, then those of the signals in turn, each once', () => {
    const given = reading({
      evidence: {
        project_health: [messageRef('w0'), messageRef('a0')],
        waiting_on_client_days: refs('w', 3),
        activity_drop: refs('a', 2),
        needs: refs('n', 2),
      },
    });
    expect(snapshotOf(given, DAY, COUNTS, THRESHOLDS).evidence_refs).toEqual(
      ['w0', 'a0', 'n0', 'w1', 'a1', 'n1', 'w2'].map(messageRef),
    );
  });

  it('keeps 80 refs at most', () => {
    const given = reading({
      evidence: { project_health: refs('h', 60), scope_creep_rate: refs('s', 20), margin_risk: refs('m', 20) },
    });
    const { evidence_refs } = snapshotOf(given, DAY, COUNTS, THRESHOLDS);
    expect(evidence_refs).toHaveLength(80);
    expect(evidence_refs.slice(0, 60)).toEqual(refs('h', 60));
    expect(evidence_refs.at(-1)).toEqual(messageRef('m9'));
  });
});
