import type { Sandbox } from '../sandbox.js';
import type { Story } from './story.js';

export type Worlds = Pick<Sandbox, 'world' | 'linear' | 'attio'>;

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
    story: Story,
  ) {
    const { world, linear, attio } = worlds;
    const { company, contact, manager } = story;
    this.inboxId = world.addInbox({ name: company.name, channel_type: story.channel }).id;
    this.contactId = world.addContact({
      ...contact,
      additional_attributes: { company_name: company.name },
    }).id;
    this.agentId = found(world.tables.agents, manager, ({ name }) => name).id;
    const users = linear.tables.list('user');
    this.userId = found(users, manager, ({ name }) => name).id;
    this.teamId = linear.addTeam({ key: story.team, name: company.name, memberIds: [this.userId] }).id;
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
