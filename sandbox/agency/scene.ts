import type { AttioWorld } from '../attio/index.js';
import type { ChatwootWorld } from '../chatwoot/world.js';
import type { LinearWorld } from '../linear/world.js';

/** The three vendors, as a sandbox has them. */
export interface Worlds {
  world: ChatwootWorld;
  linear: LinearWorld;
  attio: AttioWorld;
}

/** Who a client is, and how the vendors know it. */
export interface Place {
  company: { name: string; domain: string };
  /** Who speaks for the client. */
  contact: { name: string; email: string };
  /** Of the client's Chatwoot inbox. */
  channel: 'Channel::Email' | 'Channel::Whatsapp' | 'Channel::WebWidget' | 'Channel::Api';
  /** Key of the client's Linear team. */
  team: string;
  /** The colleague who answers and builds, known to all three vendors by that name. */
  manager: 'Marta Lind' | 'Oleg Sorin' | 'Priya Nair';
}

/** Ids by the names that a story gives. */
class Named<Id> {
  private readonly ids = new Map<string, Id>();

  constructor(private readonly kind: string) {}

  /** The name that was given last. */
  get latest(): string | undefined {
    return [...this.ids.keys()].at(-1);
  }

  add(name: string, id: Id): void {
    if (this.ids.has(name)) throw new Error(`the story has two ${this.kind}s named '${name}'`);
    this.ids.set(name, id);
  }

  id(name: string): Id {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`the story has no ${this.kind} '${name}' yet`);
    return id;
  }
}

/** A client's place at the three vendors, and what the story has made there so far. */
export class Scene {
  readonly conversations = new Named<number>('conversation');
  readonly issues = new Named<string>('issue');
  readonly cycles = new Named<string>('cycle');
  readonly deals = new Named<string>('deal');
  readonly inboxId: number;
  readonly contactId: number;
  readonly agentId: number;
  readonly teamId: string;
  readonly userId: string;
  readonly companyId: string;
  readonly personId: string;
  readonly memberId: string;

  /** Makes the client's inbox, team and company; in a workspace that has its staff already. */
  constructor(
    readonly worlds: Worlds,
    place: Place,
  ) {
    const { world, linear, attio } = worlds;
    const { company, contact, channel, team, manager } = place;
    this.inboxId = world.addInbox({ name: company.name, channel_type: channel }).id;
    this.contactId = world.addContact({
      ...contact,
      additional_attributes: { company_name: company.name },
    }).id;
    this.agentId = found(world.tables.agents, manager, ({ name }) => name).id;
    const users = linear.tables.list('user');
    this.userId = found(users, manager, ({ name }) => name).id;
    this.teamId = linear.addTeam({ key: team, name: company.name, memberIds: [this.userId] }).id;
    linear.addState(this.teamId, { name: 'Blocked', type: 'started', color: '#eb5757' });
    this.companyId = attio.addCompany({ name: company.name, domains: [company.domain] }).id;
    this.personId = attio.addPerson({ name: contact.name, emails: [contact.email], company: this.companyId }).id;
    this.memberId = found(attio.tables.members, manager, (row) => `${row.first_name} ${row.last_name}`).id;
  }
}

function found<T>(rows: readonly T[], name: string, nameOf: (row: T) => string): T {
  const row = rows.find((each) => nameOf(each) === name);
  if (!row) throw new Error(`the agency has nobody named ${name}`);
  return row;
}
