import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { NewContact } from '../chatwoot/mutations.js';
import type { ConversationStatus } from '../chatwoot/records.js';
import type { ChatwootWorld } from '../chatwoot/world.js';
import { isRecord } from '../http/exchange.js';
import { type Random, seededRandom } from '../random.js';
import { type PlannedConversation, replay } from './replay.js';

interface FileConversation {
  id: string;
  services: string[];
  turns: { speaker: 'client' | 'team'; text: string }[];
}

const DAY = 86_400;
const WINDOW = 45 * DAY;
const FIRST = ['Ada', 'Bruno', 'Chen', 'Dina', 'Emil', 'Farah', 'Goran', 'Hana', 'Igor', 'Julia', 'Karim', 'Lena'];
const LAST = ['Abel', 'Brandt', 'Costa', 'Dolan', 'Erdem', 'Fiala', 'Grant', 'Holm', 'Ivanov', 'Jansen', 'Kato'];
const STATUS_WHEEL: ConversationStatus[] = [
  'open',
  'resolved',
  'open',
  'resolved',
  'pending',
  'open',
  'resolved',
  'open',
  'resolved',
  'snoozed',
];

/**
 * One conversation per line, its turns and nothing else: no notes, no activity, so that counts can be compared with the
 * file.
 * @throws when the file is missing or a line is not a conversation, naming the line
 */
export function seedFromFile(world: ChatwootWorld, path: string, seed: number): void {
  const random = seededRandom(seed);
  const now = Math.floor(world.now() / 1000);
  replay(
    world,
    readConversations(path).map((each, index) => planOf(world, each, index, now, random)),
  );
}

function readConversations(path: string): FileConversation[] {
  const bytes = readFileSync(path);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (packed ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, index }) => readLine(line, `${path}, line ${index + 1}`));
}

function readLine(line: string, where: string): FileConversation {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${where}: not JSON`);
  }
  const turns = isRecord(value) ? value['turns'] : undefined;
  const valid =
    Array.isArray(turns) &&
    turns.length > 0 &&
    turns.every(
      (turn) => isRecord(turn) && typeof turn['text'] === 'string' && /^(client|team)$/.test(String(turn['speaker'])),
    );
  if (!valid || !isRecord(value))
    throw new Error(`${where}: not a conversation {id, services[], turns[{speaker, text}]}`);
  const services = Array.isArray(value['services']) ? value['services'].map(String) : [];
  return { id: typeof value['id'] === 'string' ? value['id'] : where, services, turns };
}

function planOf(
  world: ChatwootWorld,
  each: FileConversation,
  index: number,
  now: number,
  random: Random,
): PlannedConversation {
  const inboxes = [...world.tables.inboxes.values()].slice(0, 3);
  const agents = world.tables.agents;
  const status = STATUS_WHEEL[index % STATUS_WHEEL.length] ?? 'open';
  const gaps = each.turns.map((_turn, turn) => (turn === 0 ? 0 : random.int(45, 1200)));
  const length = gaps.reduce((sum, gap) => sum + gap, 0);
  const room = WINDOW - 2 * 3600;
  // A conversation longer than the window is told faster rather than begun earlier.
  const pace = Math.min(1, room / Math.max(1, length));
  let at = now - WINDOW + 3600 + Math.floor(random.next() * Math.max(0, room - length));
  const messages = each.turns.map((turn, position) => {
    at += Math.floor((gaps[position] ?? 0) * pace);
    const direction = turn.speaker === 'client' ? ('incoming' as const) : ('outgoing' as const);
    return { at, direction, content: turn.text };
  });
  return {
    contactKey: each.id + String(index),
    contact: contactOf(index, random),
    conversation: {
      inboxId: inboxes[index % inboxes.length]?.id ?? 1,
      labels: each.services,
      assigneeId: index % 4 === 3 ? null : (agents[index % agents.length]?.id ?? null),
      additional_attributes: { reference: each.id },
    },
    status,
    snoozedUntil: status === 'snoozed' ? new Date((now + 3 * DAY) * 1000).toISOString() : null,
    messages,
  };
}

/** Every fifth has nothing but a name, so the contacts API does not list it. */
function contactOf(index: number, random: Random): NewContact {
  const [first, last] = [random.pick(FIRST), random.pick(LAST)];
  const name = `${first} ${last}`;
  if (index % 5 === 4) return { name };
  const email = `${first}.${last}.${index + 1}@clients.example`.toLowerCase();
  return index % 7 === 0 ? { name, email, phone_number: `+1202${String(5_550_000 + index)}` } : { name, email };
}
