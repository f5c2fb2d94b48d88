import type { DomainEventType } from '../../../src/kag-events/event-catalogue.js';
import type { EventSource } from '../../../src/kag-events/event.js';
import type { DomainEvent } from '../../../src/kag-signals/domain/domain-event.js';
import { dayAt, isWorking } from '../calendar.js';
import type { Causes } from '../causes.js';
import { type Character, isIn } from '../character.js';
import type { WorldParameters } from '../parameters.js';
import type { Random } from '../../random.js';
import type { Trouble } from '../troubles.js';

/** An event of a made project, with the vendor that it comes from. */
export interface WorldEvent extends DomainEvent {
  type: DomainEventType;
  source: Extract<EventSource, 'chatwoot' | 'linear' | 'attio'>;
}

const TABLES = {
  chatwoot: ['cw_messages', 'message_id'],
  linear: ['linear_issues_raw', 'linear_issue_id'],
  attio: ['attio_opportunities_raw', 'attio_record_id'],
} as const;

/** What narrators know of a project, and where they put what they tell. */
export class Scene {
  readonly events: WorldEvent[] = [];
  private rows = 0;

  constructor(
    readonly world: WorldParameters,
    readonly character: Character,
    readonly causes: Causes,
    readonly troubles: readonly Trouble[],
    readonly random: Random,
  ) {}

  /** How much goes on on a day: 0 on weekends, in pauses and after the end, little while everybody is quiet. */
  pace(day: number): number {
    const { character, world } = this;
    if (!isWorking(day) || day >= character.ends || isIn(character.pause, day)) return 0;
    return character.pace * (day >= world.quiet_from && day < world.quiet_from + 14 ? 0.15 : 1);
  }

  /** How far a cause moves what can be seen on a day. */
  shown(risk: keyof Causes, day: number): number {
    return this.world.shows * (this.causes[risk][day] ?? 0);
  }

  newId(kind: string): string {
    return `${kind}-${++this.rows}`;
  }

  /** Adds an event, unless the project is over by then. `row` names what it can be seen in. */
  tell(
    type: DomainEventType,
    at: number,
    source: WorldEvent['source'],
    row: string,
    payload: Record<string, unknown>,
    actor: DomainEvent['actor'] = 'team',
  ): void {
    if (dayAt(at) >= this.character.ends) return;
    const [source_table, key] = TABLES[source];
    const evidence = [{ [key]: row, source_table, source_pk: row }];
    this.events.push({ type, at, actor, url: null, payload, evidence, source });
  }
}
