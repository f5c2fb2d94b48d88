import type { z } from 'zod';
import type { Source } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import type { Columns, Following, VendorList, ListRun, ListWalk, WalkPlace } from './listed.js';
import { type Read, readObject } from './read-rows.js';
import type { SourceTable } from './source-table.js';
import { walkPages } from './walk-pages.js';
import { OLDEST, type TimedPage, type TimedPlace, walkTimes } from './walk-times.js';

type Json = Readonly<Record<string, unknown>>;

/** A run over an account whose lists are divided: one for each repository, say. */
export interface PartedRun extends ListRun {
  /** The parts that the source names, as it names them. */
  readonly parts: readonly string[];
  /**
   * A page of a part's list; each row has the name of its part.
   * @param fresh as it is now; else it may be a minute old
   */
  read(part: string, list: string, place: TimedPlace, fresh: boolean): Promise<TimedPage>;
  /**
   * @param key of the record within its part
   * @throws SyncError `gone`
   */
  get(part: string, list: string, key: string): Promise<unknown>;
}

interface Described<T> {
  readonly name: string;
  readonly refName: string;
  readonly table: SourceTable;
  readonly main?: true;
  /** The field that tells a record from the others of its part; `id` in our tables is `PART#KEY`. */
  readonly key: string;
  /** The field by which the vendor can be asked for what changed since a time; unset: it can't. */
  readonly changed?: string;
  readonly schema: z.ZodType<T>;
  /** Whether a row is of another kind, and no record of ours. */
  readonly isOther?: (raw: Json) => boolean;
  readonly toRow: (read: Read<T>) => Columns;
}

/** The column of a row, and the field of an object, that say of which part it is. */
export const PART = 'repository';

const placeName = (part: string, { since, page }: TimedPlace): string => `${part} ${since ?? ''} ${page}`;
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A list that every part of the account has. */
export function partedList<R extends PartedRun, T>(vendor: string, of: Described<T>): VendorList<R> {
  const { key, changed, schema, isOther, toRow, ...named } = of;
  const { name } = of;
  const field = (raw: unknown, called: string) => (raw as Json | null)?.[called];
  const idOf = (raw: unknown): string | null => {
    const own = field(raw, key);
    return typeof own === 'number' || typeof own === 'string' ? `${String(field(raw, PART))}#${own}` : null;
  };

  async function* walk(run: R, part: string, start: TimedPlace) {
    const list = { name: `${vendor}'s ${name} of ${part}`, idOf };
    const read = (place: TimedPlace) => run.read(part, name, place, false);
    if (changed !== undefined) {
      const timeOf = (raw: unknown) => {
        const time = field(raw, changed);
        return typeof time === 'string' ? time : null;
      };
      return yield* walkTimes({ ...list, read, timeOf }, start);
    }
    let sentAt = 0;
    const readPage = async (page: number) => {
      const answer = await read({ since: null, page });
      sentAt = answer.sentAt;
      return { ...answer, total: null };
    };
    for await (const { page, ...shown } of walkPages({ ...list, read: readPage }, start.page))
      yield { ...shown, sentAt, place: { since: null, page }, next: { since: null, page: page + 1 } };
  }

  async function* list(run: R, start: WalkPlace | null): ListWalk {
    const first = Math.max(0, run.parts.indexOf(String(start?.['part'])));
    for (const part of run.parts.slice(first)) {
      const from = start?.['part'] === part ? (start as unknown as TimedPlace) : OLDEST;
      for await (const { place, next, ...page } of walk(run, part, from))
        yield { ...page, at: placeName(part, place), next: { ...next, part } };
    }
    return start === null;
  }

  const following: Following<R> = {
    column: 'vendor_updated_at',
    scopeOf: ({ parts }) => parts.join(),
    async *since(run, time) {
      for (const part of run.parts)
        for await (const { place, next, ...page } of walk(run, part, { since: time, page: 1 }))
          yield { ...page, at: placeName(part, place), next: { ...next, part } };
      return true;
    },
    isBetween({ parts }, id, time, from, to) {
      const place = parts.indexOf(id.split('#')[0] ?? '');
      const against = (other: WalkPlace) =>
        place - parts.indexOf(String(other['part'])) ||
        compareTexts(time, typeof other['since'] === 'string' ? other['since'] : '');
      // Of rows that share a moment some may lie on pages before the place.
      const begins = from === null || against(from) > (Number(from['page']) > 1 ? 0 : -1);
      return begins && (to === null || against(to) < 0);
    },
  };

  return {
    ...named,
    ...(changed === undefined ? {} : { following }),
    compared: true,
    idOf: (_run, raw) => idOf(raw),
    list,
    async page(run, at) {
      const [, part = '', since, page] = /^(\S+) (\S*) (\d{1,6})$/.exec(at) ?? [];
      if (!run.parts.includes(part)) throw new SyncError('bad_payload', `${vendor}'s ${name} have no page ${at}`);
      const { rows, broken } = await run.read(part, name, { since: since || null, page: Number(page) }, true);
      if (broken) throw broken;
      return rows;
    },
    get(run, id) {
      const [part = '', own = ''] = id.split(/#(.*)/s, 2);
      return run.get(part, name, own);
    },
    map(_run, raw) {
      if (isOther?.((raw ?? {}) as Json)) return null;
      const read = readObject(schema, raw);
      return typeof read === 'string' ? read : toRow(read);
    },
    inScope: ({ parts }, row) => parts.includes(String(row[PART])),
  };
}

/** The parts that a source names between commas, in small letters, and its filter takes. */
export function partsOf({ externalId, filter }: Pick<Source, 'externalId' | 'filter'>, narrowed: string): string[] {
  const all = externalId.toLowerCase().split(/\s*,\s*/);
  const names = filter[narrowed];
  if (!Array.isArray(names) || names.length === 0) return all;
  const wanted = new Set(names.map((name) => String(name).toLowerCase()));
  return all.filter((name) => wanted.has(name));
}
