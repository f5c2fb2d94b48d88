import type { Direction } from '../chatwoot/mutations.js';
import type { ChatwootWorld } from '../chatwoot/world.js';
import { type Random, seededRandom } from '../random.js';
import { CARE_DIALOGUES } from './dialogues-care.js';
import { PROJECT_DIALOGUES } from './dialogues-projects.js';
import { RUSSIAN_DIALOGUES } from './dialogues-ru.js';
import { longThread } from './long-thread.js';
import { PEOPLE, SILENT_PEOPLE } from './people.js';
import { type PlannedConversation, replay } from './replay.js';
import type { Line, ScriptedConversation, Voice } from './script.js';

const DAY = 86_400;

const DIRECTIONS: Record<Voice, Direction> = {
  c: 'incoming',
  t: 'outgoing',
  n: 'outgoing',
  a: 'activity',
  b: 'template',
};

/** Fills the world with a small agency's last six weeks. */
export function seedAgency(world: ChatwootWorld, seed: number): void {
  const random = seededRandom(seed);
  const now = Math.floor(world.now() / 1000);
  const scripts = [...PROJECT_DIALOGUES, ...CARE_DIALOGUES, ...RUSSIAN_DIALOGUES, longThread(random)];
  for (const [index, person] of SILENT_PEOPLE.entries())
    world.addContact({ ...person, createdAt: now - (50 + index) * DAY });
  replay(
    world,
    scripts.map((script) => planOf(world, script, now, random)),
  );
}

function planOf(world: ChatwootWorld, script: ScriptedConversation, now: number, random: Random): PlannedConversation {
  const contact = PEOPLE[script.client];
  const inbox = [...world.tables.inboxes.values()].find((each) => each.name === script.inbox);
  if (!contact || !inbox)
    throw new Error(`the seed names an unknown client or inbox: ${script.client}, ${script.inbox}`);
  const { agents, teams } = world.tables;
  const begin = now - Math.round(script.daysAgo * DAY) + random.int(0, 3600);
  let at = begin;
  const messages = script.lines.map((line, index) => {
    const pause = line[2]?.after === undefined ? random.int(90, 2400) : Math.round(line[2].after * 3600);
    // However long the pauses, nothing is said in the future.
    at = Math.min(at + (index === 0 ? 0 : pause), now - 60);
    return messageOf(line, at);
  });
  return {
    contactKey: script.client,
    contact,
    conversation: {
      inboxId: inbox.id,
      priority: script.priority ?? null,
      labels: script.labels ?? [],
      assigneeId: agents.find((agent) => agent.name === script.agent)?.id ?? null,
      teamId: teams.find((team) => team.name === script.team)?.id ?? null,
      additional_attributes:
        script.inbox === 'Website' ? { browser_language: 'en', referer: 'https://agency.example/' } : {},
    },
    status: script.status,
    snoozedUntil: script.status === 'snoozed' ? new Date((now + 5 * DAY) * 1000).toISOString() : null,
    messages,
  };
}

function messageOf([voice, content, extra = {}]: Line, at: number): PlannedConversation['messages'][number] {
  return {
    at,
    direction: DIRECTIONS[voice],
    content,
    private: voice === 'n',
    status: extra.failed ? 'failed' : voice === 't' ? 'read' : 'sent',
    content_type: extra.type ?? 'text',
    content_attributes: extra.attributes ?? {},
    attachments: extra.files ?? [],
  };
}
