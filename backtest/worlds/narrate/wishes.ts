import { timeOn } from '../calendar.js';
import { troubleOn } from '../troubles.js';
import type { Scene } from './scene.js';

/** Wishes of a working day: beyond the scope, the same in a flood, and needs that could be sold to. */
const BEYOND = 0.05;
const FLOOD = 0.7;
const NEEDS = 0.02;

/**
 * What the client asks for beyond what was agreed, and what it needs. Chatty clients wish aloud, and mean little by it.
 */
export function narrateWishes(scene: Scene): void {
  const { character } = scene;
  for (let day = 0; day < character.ends; day++) {
    const pace = scene.pace(day);
    const random = scene.random.of(`wishes ${day}`);
    const flood = troubleOn(scene.troubles, day, ['flood']) !== undefined;
    const rate = flood ? FLOOD : BEYOND * Math.exp(0.8 * scene.shown('scope_risk', day)) * (character.chatty ? 1.6 : 1);
    wish(scene, day, random.poisson(pace * rate), 'scope_change_detected');
    wish(scene, day, random.poisson(pace * NEEDS * (character.chatty ? 3 : 1)), 'need_detected');
  }
}

function wish(scene: Scene, day: number, times: number, type: 'scope_change_detected' | 'need_detected'): void {
  const random = scene.random.of(`${type} ${day}`);
  for (let n = 0; n < times; n++) {
    const at = timeOn(day, random.between(0, 7.5));
    const person = random.whole(1, scene.character.people);
    const conversation_id = `conversation-${person}`;
    const row = scene.newId('message');
    const said = { conversation_id, sender: 'client', sentiment_score: 0, expects_answer: true };
    scene.tell('message_sent', at, 'chatwoot', row, said, 'client');
    scene.tell(type, at, 'chatwoot', row, { conversation_id }, 'client');
    const answer = scene.newId('message');
    const answered = { conversation_id, sender: 'team', sentiment_score: 0.1, expects_answer: false };
    scene.tell('message_sent', at + 3_600_000, 'chatwoot', answer, answered);
  }
}
