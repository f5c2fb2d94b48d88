import type { SyncBatch, SyncContext, SyncCursor } from '../core/contract.js';
import { BatchBuilder } from '../kit/batch-builder.js';
import { LinearApi } from './linear-api.js';
import { LinearMapper } from './mapper.js';
import { type LinearMarks, readMarks, type LinearWalk, wholeMinute } from './position.js';
import { changed } from './schema-changes.js';
import { type LinearScope, scopeKey, scopeOf } from './scope.js';
import { LINEAR_TABLES } from './tables.js';

/** What every part of one sync shares. */
export interface LinearRun {
  readonly context: SyncContext;
  readonly api: LinearApi;
  readonly mapper: LinearMapper;
  readonly builder: BatchBuilder;
  /** The part of the workspace the source is narrowed to; null: all. */
  readonly scope: LinearScope | null;
  readonly scopeKey: string;
  /** What the last sync left. */
  readonly marks: LinearMarks;
  /** Closed issues that we lack are taken from here on. */
  horizon: string;
  /** Issues that have to be read because of what happened to another; settled within the same batch. */
  readonly affected: Set<string>;
}

export function startRun(context: SyncContext): LinearRun {
  const scope = scopeOf(context.source);
  const marks = readMarks(context.cursor.cursor_id);
  return {
    context,
    api: new LinearApi(context.http, context.source, marks.workspace),
    mapper: new LinearMapper(),
    builder: new BatchBuilder(LINEAR_TABLES),
    scope,
    scopeKey: scopeKey(scope),
    marks,
    horizon: wholeMinute(context.now.getTime() - context.lookbackDays * 86_400_000),
    affected: new Set(),
  };
}

/** Adds what Linear has dropped as failures of their own, so that a person hears of it. */
export function addSchemaChanges({ api, builder }: LinearRun): void {
  const failures = api.leftOut.map((field) => {
    const message = `${changed(field)}. What Linear still has is read without it.`;
    return { source_ref: `schema:${field}`, message, payload: null };
  });
  builder.addFailures(failures);
}

/** The cursor of a batch on the way: nothing is behind us yet but what the walk says. */
export const between = ({ context }: LinearRun, walk: LinearWalk): SyncCursor => ({
  ...context.cursor,
  page_cursor: { ...walk },
});

/** The same of a batch that brings the walk over the issues to this place. */
export function onTheWay(run: LinearRun, walk: LinearWalk): SyncCursor {
  run.context.streams.move('issues', { page_cursor: { ...walk } });
  return between(run, walk);
}

/** Reads a part of a stream that consists of issues: where it fails, what it has by halves is not stored. */
export function readPart(
  run: LinearRun,
  stream: 'issues' | 'comments' | 'relations',
  reading: () => AsyncIterable<SyncBatch>,
): AsyncGenerator<SyncBatch, void> {
  run.builder.save();
  return run.context.streams.read(stream, reading, () => {
    run.builder.restore();
    run.affected.clear();
  });
}
