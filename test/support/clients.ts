import type { Sandbox } from '../../sandbox/sandbox.js';

/** What one client has at each vendor, as the filters of a project's sources name it. */
export interface ClientRecords {
  chatwoot: { inbox_ids: number[] };
  linear: { team_ids: string[]; project_ids: string[] };
  attio: { company_ids: string[]; deal_ids: string[] };
}

const DAY_MS = 86_400_000;

/**
 * Adds clients to the account and the workspaces, each with an inbox, a conversation, two issues of which one blocks
 * the other, a company and a deal. Linear projects stand in one team, but for every fourth client, whose team is its
 * own; every second one is named by its deal instead of its company. All of it happened two days ago.
 */
export function addClients(sandbox: Sandbox, count: number): ClientRecords[] {
  const { world, linear, attio } = sandbox;
  const then = () => Date.now() - 2 * DAY_MS;
  const clocks = [world, linear, attio].map((each) => ({ each, now: each.setClock(then) }));
  try {
    return Array.from({ length: count }, (_, index) => addClient(sandbox, index + 1));
  } finally {
    for (const { each, now } of clocks) each.setClock(now);
  }
}

function addClient({ world, linear, attio }: Sandbox, number: number): ClientRecords {
  const name = `Client ${number}`;
  const inbox = world.addInbox({ name, channel_type: 'Channel::Email' });
  const contact = world.addContact({ name: `Anna of ${name}`, email: `anna@client-${number}.example` });
  const conversation = world.addConversation({ contactId: contact.id, inboxId: inbox.id });
  world.addMessage({ conversationId: conversation.id, content: `When will the new site of ${name} be ready?` });
  world.addMessage({ conversationId: conversation.id, content: 'On Friday.', direction: 'outgoing' });

  const ownTeam = number % 4 === 0 ? linear.addTeam({ key: `C${number}`, name }) : null;
  const project = linear.addProject({ name, teamIds: [ownTeam?.id ?? linear.tables.teamBy('DEV').id] });
  const [blocker, blocked] = ['Texts', 'Launch'].map((title) =>
    linear.addIssue({ team: ownTeam?.id ?? 'DEV', title: `${title} for ${name}`, projectId: project.id }),
  );
  linear.block(blocker?.id ?? '', blocked?.id ?? '');

  const company = attio.addCompany({ name });
  const deal = attio.addDeal({ name: `Site of ${name}`, company: company.id, value: 1000 });
  return {
    chatwoot: { inbox_ids: [inbox.id] },
    linear: ownTeam ? { team_ids: [ownTeam.id], project_ids: [] } : { team_ids: [], project_ids: [project.id] },
    attio: number % 2 === 0 ? { company_ids: [], deal_ids: [deal.id] } : { company_ids: [company.id], deal_ids: [] },
  };
}
