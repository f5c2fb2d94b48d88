import type { Exchange } from '../http/exchange.js';
import { rowTest } from './filter.js';
import { sortRows } from './order.js';
import { bodyOrProblem, pageFrom, slice } from './paging.js';
import { invalid, unknownValue } from './problems.js';
import type { ValueRow } from './records.js';
import type { Owner } from './schema.js';
import type { AttioWorld } from './world.js';

/** Attio's OpenAPI document states no maximum for queries; nothing above the default is known to work. */
export const QUERY_LIMITS = { fallback: 500, max: 500 };

/** Answers the query of an object's records or a list's entries. Limit and offset of the address are ignored. */
export class RowQuery {
  private served = 0;

  constructor(private readonly world: AttioWorld) {}

  run(owner: Owner, rows: ValueRow[], exchange: Exchange): { rows: ValueRow[]; offset: number } {
    const body = bodyOrProblem(exchange);
    const { filter, filter_view_id: view, sorts } = body;
    if (view !== undefined && view !== null) {
      if (filter !== undefined) throw invalid('filter and filter_view_id exclude each other.');
      throw unknownValue('The view was not found.');
    }
    const page = pageFrom(body['limit'], body['offset'], QUERY_LIMITS);
    const test = filter === undefined || filter === null ? () => true : rowTest(this.world, owner, filter);
    const { unsorted, unstableTies } = this.world.quirks;
    this.served += 1;
    const fingerprint = JSON.stringify([filter, page.limit, unsorted === 'per_page' ? page.offset : 0]);
    const tie = unstableTies ? `~${this.served}` : '';
    const found = sortRows(this.world, owner, rows.filter(test), sorts, { fingerprint, tie });
    return { rows: slice(found, page), offset: page.offset };
  }
}
