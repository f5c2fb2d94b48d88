import type { DomainEvent } from './domain-event.js';
import { activity, type Activity } from './tracks/activity.js';
import { agreements, type Agreements } from './tracks/agreements.js';
import { blockers, type Blockers } from './tracks/blockers.js';
import { conversation, type Conversation } from './tracks/conversation.js';
import { finance, type Finance } from './tracks/finance.js';
import { forgetUnanswered, responses, type Responses } from './tracks/responses.js';
import { sentiment, type Sentiment } from './tracks/sentiment.js';
import { silence, type FoundSilence, type Silence } from './tracks/silence.js';
import { stages, type Stages } from './tracks/stages.js';
import { wishes, type Wishes } from './tracks/wishes.js';

/** Grows with every change of what the tracks remember or how: states of another version are folded anew. */
export const STATE_VERSION = 5;

/**
 * All that is remembered of a project's events up to a moment: what happened when, never how long it took by a
 * calendar, so that another calendar needs no fold.
 */
export interface State {
  activity: Activity;
  agreements: Agreements;
  blockers: Blockers;
  conversation: Conversation;
  finance: Finance;
  responses: Responses;
  sentiment: Sentiment;
  silence: Silence;
  stages: Stages;
  wishes: Wishes;
}

export function startState(): State {
  return {
    activity: activity.start(),
    agreements: agreements.start(),
    blockers: blockers.start(),
    conversation: conversation.start(),
    finance: finance.start(),
    responses: responses.start(),
    sentiment: sentiment.start(),
    silence: silence.start(),
    stages: stages.start(),
    wishes: wishes.start(),
  };
}

/**
 * Takes one event in. Events come in the order of (occurred_at, id); the state is changed in place. Evidence is dated
 * and linked, so that readers of several signals can put the newest first and open it.
 */
export function fold(state: State, given: DomainEvent): void {
  const occurred_at = new Date(given.at).toISOString();
  const link = given.url === null ? {} : { url: given.url };
  const event = { ...given, evidence: given.evidence.map((ref) => ({ ...ref, occurred_at, ...link })) };
  activity.fold(state.activity, event);
  agreements.fold(state.agreements, event);
  blockers.fold(state.blockers, event);
  conversation.fold(state.conversation, event);
  finance.fold(state.finance, event);
  responses.fold(state.responses, event);
  sentiment.fold(state.sentiment, event);
  silence.fold(state.silence, event);
  stages.fold(state.stages, event);
  wishes.fold(state.wishes, event);
}

/** The silences found since the last call. */
export const takeSilences = (state: State): FoundSilence[] => state.silence.found.splice(0);

/** The state at a moment as text, without what no later reading can use. `loadState` is its reverse. */
export function saveState(state: State, now: number): string {
  forgetUnanswered(state.responses, now);
  return JSON.stringify(state);
}

export const loadState = (text: string): State => JSON.parse(text) as State;
