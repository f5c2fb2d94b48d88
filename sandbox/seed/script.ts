import type { NewAttachment, NewContact } from '../chatwoot/mutations.js';
import type { ConversationStatus, Priority } from '../chatwoot/records.js';

/** Who speaks: client, team, team in a private note, the system, an automatic reply. */
export type Voice = 'c' | 't' | 'n' | 'a' | 'b';

export interface LineExtra {
  files?: NewAttachment[];
  /** Hours since the line before; some minutes when absent. */
  after?: number;
  type?: string;
  attributes?: Record<string, unknown>;
  failed?: boolean;
}

export type Line = readonly [voice: Voice, text: string | null, extra?: LineExtra];

export interface ScriptedConversation {
  /** Key into the people below. */
  client: string;
  inbox: 'Website' | 'E-mail' | 'WhatsApp' | 'Portal';
  status: ConversationStatus;
  labels?: string[];
  priority?: Priority;
  /** Name of the agent in charge; absent: no agent. */
  agent?: string;
  team?: string;
  /** When it began, days before now. */
  daysAgo: number;
  lines: Line[];
}

export type People = Record<string, NewContact>;
