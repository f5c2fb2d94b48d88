import type { Source, SyncContext } from '../core/contract.js';
import type { Columns } from '../kit/listed.js';
import type { LinkedRecord } from './activity-mapper.js';
import { ATTIO_OPPORTUNITIES, ATTIO_PEOPLE } from './tables.js';

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** The ids of a list of the source's filter; empty: it has none. */
export const namedIds = ({ filter }: Pick<Source, 'filter'>, list: 'company_ids' | 'deal_ids'): ReadonlySet<string> =>
  new Set(texts(filter[list]));

/**
 * Which part of a workspace is a project's: all of it, or some companies and deals with what hangs on them. Deals hang
 * on companies, people on both, notes, tasks and meetings on any of the three. What a deal or a person hangs on is
 * learned as they are read; what we have from earlier syncs is where that begins, so that a single note can be judged.
 */
export class AttioScope {
  private constructor(
    readonly everything: boolean,
    private readonly companies: ReadonlySet<string>,
    private readonly namedDeals: ReadonlySet<string>,
    /** The people of each deal of ours. */
    private readonly deals: Map<string, readonly string[]>,
    private readonly people: Set<string>,
  ) {}

  static async of(context: SyncContext): Promise<AttioScope> {
    const companies = namedIds(context.source, 'company_ids');
    const deals = namedIds(context.source, 'deal_ids');
    if (companies.size + deals.size === 0) return new AttioScope(true, companies, deals, new Map(), new Set());
    const ours = await context.live(ATTIO_OPPORTUNITIES, 'person_record_ids');
    const people = await context.live(ATTIO_PEOPLE, 'record_id');
    return new AttioScope(
      false,
      companies,
      deals,
      new Map([...ours].map(([id, persons]) => [id, texts(persons)])),
      new Set(people.keys()),
    );
  }

  company(id: string): boolean {
    return this.everything || this.companies.has(id);
  }

  deal(row: Columns): boolean {
    return (
      this.everything ||
      this.namedDeals.has(String(row['record_id'])) ||
      this.companies.has(String(row['company_record_id']))
    );
  }

  person(row: Columns): boolean {
    if (this.everything || this.companies.has(String(row['company_record_id']))) return true;
    const id = String(row['record_id']);
    for (const persons of this.deals.values()) if (persons.includes(id)) return true;
    return false;
  }

  activity(row: Columns): boolean {
    if (this.everything) return true;
    return (row['linked_records'] as readonly LinkedRecord[]).some(
      ({ record_id: id }) => this.companies.has(id) || this.deals.has(id) || this.people.has(id),
    );
  }

  keepDeal(row: Columns): void {
    if (!this.everything) this.deals.set(String(row['record_id']), texts(row['person_record_ids']));
  }

  dropDeal(id: string): void {
    this.deals.delete(id);
  }

  keepPerson(row: Columns): void {
    if (!this.everything) this.people.add(String(row['record_id']));
  }

  dropPerson(id: string): void {
    this.people.delete(id);
  }
}
