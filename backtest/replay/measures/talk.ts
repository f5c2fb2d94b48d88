import { DAY_MS } from '../../../src/common/day.js';
import { numberOf, speakerOf, textOf } from '../../../src/kag-signals/domain/domain-event.js';
import type { WorldEvent } from '../../worlds/narrate/scene.js';
import { workingDays, workingHours } from './working-time.js';

const ANSWER_DAYS = 28;
const MOOD_DAYS = 21;
const NEGATIVE = -0.3;
/** Fewer messages say nothing of a mood. */
const LEAST_MESSAGES = 4;

/** What the messages tell: who waits for whom, how quick the team is, and in what mood the client's people are. */
export class Talk {
  private readonly waiting = new Map<string, number>();
  private readonly asked = new Map<string, number>();
  private answers: { at: number; minutes: number }[] = [];
  private moods: { at: number; person: string; score: number }[] = [];

  take(event: WorldEvent): void {
    const sender = speakerOf(event);
    const conversation = textOf(event, 'conversation_id');
    if (sender === null || conversation === null) return;
    const expects = event.payload['expects_answer'] === true;
    if (sender === 'client') this.takeClient(event, conversation, expects);
    else this.takeTeam(event, conversation, expects);
  }

  private takeClient(event: WorldEvent, conversation: string, expects: boolean): void {
    this.waiting.delete(conversation);
    if (expects && !this.asked.has(conversation)) this.asked.set(conversation, event.at);
    const score = numberOf(event, 'sentiment_score');
    if (score !== null) this.moods.push({ at: event.at, person: conversation, score });
  }

  private takeTeam(event: WorldEvent, conversation: string, expects: boolean): void {
    const asked = this.asked.get(conversation);
    if (asked !== undefined) this.answers.push({ at: event.at, minutes: 60 * workingHours(asked, event.at) });
    this.asked.delete(conversation);
    if (expects && !this.waiting.has(conversation)) this.waiting.set(conversation, event.at);
  }

  measures(now: number) {
    this.answers = this.answers.filter(({ at }) => at > now - ANSWER_DAYS * DAY_MS);
    this.moods = this.moods.filter(({ at }) => at > now - MOOD_DAYS * DAY_MS);
    const since = Math.min(...this.waiting.values());
    const enough = this.moods.length >= LEAST_MESSAGES;
    const people = [...Map.groupBy(this.moods, ({ person }) => person).values()];
    return {
      waiting_days: Number.isFinite(since) ? workingDays(since, now) : 0,
      answer_minutes: median(this.answers.map(({ minutes }) => minutes)),
      negative_share: enough
        ? mean(people.map((own) => mean(own.map(({ score }) => (score <= NEGATIVE ? 1 : 0)))))
        : null,
      negative_messages: this.moods.filter(({ score }) => score <= NEGATIVE).length,
      sentiment_level: enough ? mean(people.map((own) => mean(own.map(({ score }) => score)))) : null,
    };
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? null : (sorted[Math.floor(sorted.length / 2)] ?? null);
}
