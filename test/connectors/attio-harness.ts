import { readConfig } from '../../src/config/index.js';
import { ATTIO_TABLES, attioVendor } from '../../src/connectors/attio/index.js';
import { expected, mirrored } from '../support/attio-expectation.js';
import { attioMirror } from '../support/attio-mirror.js';
import { attioDelivery, startSandbox } from '../../sandbox/sandbox.js';
import type { ListFacts, Part, VendorFacts, VendorHarness, VendorWorld } from './harness.js';

const facts: VendorFacts = {
  tables: ATTIO_TABLES,
  pageSize: 50,
  resolutionMs: 1,
  unchangedRequests: 12,
  takesOldRecords: true,
  vanishedFoundBy: 'syncs',
  list: /\/v2\/notes\?/,
  sharedRoute: 'GET /v2/notes',
  elsewhere: { externalId: 'another-workspace', kind: 'config' },
  references: [
    {
      table: 'attio_activities_raw',
      column: 'record_id',
      to: ['attio_opportunities_raw', 'attio_accounts_raw', 'attio_people_raw'],
    },
  ],
};

export const ATTIO_LISTS: readonly ListFacts[] = [
  ...['deals', 'companies', 'people'].map((stream) => ({
    stream,
    match: new RegExp(`objects/${stream}/records/query`),
  })),
  ...['notes', 'tasks', 'meetings'].map((stream) => ({ stream, match: new RegExp(`/v2/${stream}[?]`) })),
];

/** The record is a note, on a deal of its own; the parts are companies. */
export const attioHarness: VendorHarness = {
  vendor: attioVendor(readConfig({})),
  lists: ATTIO_LISTS,
  async start(clock, options) {
    const sandbox = await startSandbox({ now: clock.now, empty: true, ...options });
    const world = sandbox.attio;
    const companies: Record<Part, string> = {
      ours: world.addCompany({ name: 'Lumen' }).id,
      others: world.addCompany({ name: 'Other' }).id,
    };
    const removed = new Map<string, ReturnType<typeof world.tables.note>>();

    const harness: VendorWorld = {
      sandbox,
      facts,
      filterOf: (part) => ({ company_ids: [companies[part]] }),
      mirror: (given) => attioMirror(sandbox, given),
      populate() {
        const person = world.addPerson({ name: 'Ada Novak', emails: ['ada@lumen.example'], company: companies.ours });
        const deal = world.addDeal({ name: 'Renewal', value: 900, budget: 500, company: companies.ours });
        world.addTask({ content: 'Call Ada', records: [person.id], isCompleted: true });
        world.addMeeting({ title: 'Kick-off', start: clock.now(), records: [deal.id, person.id] });
        harness.create('With everything');
        harness.create('Elsewhere', 'others');
      },
      create(text, part = 'ours') {
        const deal = world.addDeal({ name: 'A deal', company: companies[part] });
        return world.addNote({ record: deal.id, title: 'Record', content: text }).id;
      },
      edit: (id, content) => void world.editNote(id, { content }),
      remove(id) {
        removed.set(id, world.tables.note(id));
        world.deleteNote(id);
      },
      // Attio's support can, for a while.
      restore(id) {
        const note = removed.get(id);
        if (note) world.tables.notes.set(id, note);
      },
      // No removal of a note leaves a trace.
      vanish: (id) => harness.remove(id),
      // A note stays on its record: the record moves.
      move(id, part) {
        world.setValues(world.tables.note(id).parent_record_id, 'associated_company', [companies[part]]);
        return id;
      },
      settle: () => undefined,
      revive: (id) => harness.edit(id, 'It is broken again'),
      late(minutes, happens) {
        const before = world.setClock(() => clock.now() - minutes * 60_000);
        happens();
        world.setClock(before);
      },
      shorten(most) {
        sandbox.faults.add({
          match: /\/v2\/notes\?|records\/query/,
          kind: 'edit',
          edit(reply) {
            const body = reply.body as { data: unknown[] };
            body.data = body.data.slice(0, most);
          },
        });
      },
      telling: () => world.addDeal({ name: 'Renewal', budget: 500, company: companies.ours }).id,
      tells: {
        created: (id) => [['note_logged', id]],
        changed(id) {
          world.setStage(id, 'Proposal');
          return [['deal_stage_changed', id]];
        },
        removed(id) {
          world.deleteRecord(id);
          return [['finance_entry_recorded', id]];
        },
      },
      held: (mirror) => mirrored(mirror),
      truth: (part) => within(part === undefined ? null : companies[part], expected(world)),
      row: (mirror, id) => mirror.tables.get('attio_activities_raw')?.get(id),
      forget: (mirror, id) => void mirror.tables.get('attio_activities_raw')?.delete(id),
      ref: (id) => `note:${id}`,
      textId: (id) => id,
      spoken: (text) => (text.trim() === '' ? 'Record' : `Record\n\n${text}`),
      spoil: (id) => ({ match: '/v2/notes', kind: 'bad_shape', recordId: id }),
      delivery(id, secret) {
        const event = world.takeEvents().findLast((each) => each.id['note_id'] === id);
        if (!event) throw new Error(`nothing has happened to ${id}`);
        return attioDelivery(event, secret);
      },
    };
    return harness;
  },
};

/** A project has its company, and what hangs on it. */
function within(company: string | null, all: ReturnType<typeof expected>): object {
  if (company === null) return all;
  const deals = all.deals.filter((deal) => deal.company_id === company);
  const people = all.people.filter((person) => person.company_id === company);
  const ours = new Set([company, ...[...deals, ...people].map(({ id }) => id)]);
  const hangs = ({ record_ids }: { record_ids: string[] }) => record_ids.some((id) => ours.has(id));
  return {
    companies: all.companies.filter(({ id }) => id === company),
    people,
    deals,
    notes: all.notes.filter((note) => ours.has(note.record_id)),
    tasks: all.tasks.filter(hangs),
    meetings: all.meetings.filter(hangs),
  };
}
