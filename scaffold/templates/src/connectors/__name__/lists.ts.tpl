import type { VendorList, ListRun } from '../kit/listed.js';
import { readObject } from '../kit/read-rows.js';
import type { __Name__Api } from './__name__-api.js';
import { fillIn } from './fill-in.js';
import { recordRow } from './mapper.js';
import { recordSchema } from './payloads.js';
import { __NAME___RECORDS } from './tables.js';

const FILE = 'src/connectors/__name__/lists.ts';

export interface Run extends ListRun {
  readonly api: __Name__Api;
}

/** Each list of the vendor's is a stream by itself. */
export const __NAME___LISTS: readonly VendorList<Run>[] = [
  {
    name: 'records',
    refName: 'record',
    table: __NAME___RECORDS,
    main: true,
    compared: true,
    idOf(_run, raw) {
      const { id } = (raw ?? {}) as { id?: unknown };
      return typeof id === 'string' ? id : null;
    },
    list: () => fillIn(FILE, 'the walk that proves its end: walkPages, walkOffsets, walkCursor or walkTimes of the kit'),
    page: () => fillIn(FILE, 'the rows of one page, for a failure that has only its place'),
    get: (run, id) => run.api.get(id),
    map(_run, raw) {
      const read = readObject(recordSchema, raw);
      return typeof read === 'string' ? read : recordRow(read);
    },
  },
];
