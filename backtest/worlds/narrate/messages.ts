import { afterWorking, dayAt, timeOn, workingFrom } from '../calendar.js';
import type { Random } from '../../random.js';
import { troubleOn } from '../troubles.js';
import type { Scene } from './scene.js';

/** Hours of working time in a day, after which a team asks again, and how often it does. */
const DAY = 8;
const ASKS_AGAIN = 2.5 * DAY;
const MAX_FOLLOW_UPS = 6;

/** What client and team write to each other: moods, answers and how long they take. */
export function narrateMessages(scene: Scene): void {
  const { character, world } = scene;
  for (let day = 0; day < character.ends; day++) {
    const pace = scene.pace(day);
    const random = scene.random.of(`messages ${day}`);
    const mood = scene.shown('client_risk', day);
    const rate = world.threads * pace * (character.chatty ? 2.5 : 1) * Math.exp(-0.2 * mood);
    for (let n = random.poisson(rate); n > 0; n--) {
      const person = random.whole(1, character.people);
      const at = timeOn(day, random.between(0, 7.5));
      if (random.chance(0.6)) clientBegins(scene, random, person, at);
      else teamBegins(scene, random, person, at);
    }
    if (troubleOn(scene.troubles, day, ['angry']) && pace > 0.5 && random.chance(0.6))
      clientBegins(scene, random, random.whole(1, character.people), timeOn(day, random.between(0, 7)));
  }
}

function clientBegins(scene: Scene, random: Random, person: number, at: number): void {
  if (troubleOn(scene.troubles, dayAt(at), ['silent'])) return;
  const asks = random.chance(0.7);
  say(scene, random, 'client', person, at, asks);
  if (!asks && random.chance(0.5)) return;
  const load = scene.shown('delivery_risk', dayAt(at));
  const answered = afterWorking(at, random.logNormal(0.7 * Math.exp(0.65 * load), 0.8));
  if (random.chance(0.15)) ask(scene, random, person, answered);
  else say(scene, random, 'team', person, answered, false);
  if (random.chance(0.35)) say(scene, random, 'client', person, afterWorking(answered, random.between(0.05, 1)), false);
}

function teamBegins(scene: Scene, random: Random, person: number, at: number): void {
  if (random.chance(0.55)) ask(scene, random, person, at);
  else say(scene, random, 'team', person, at, false);
}

/** The team asks, and asks again until the client answers: soon or late by its mood, and not while it is silent. */
function ask(scene: Scene, random: Random, person: number, at: number): void {
  say(scene, random, 'team', person, at, true);
  const mood = scene.shown('client_risk', dayAt(at));
  const wanted = afterWorking(at, random.logNormal(3 * Math.exp(0.5 * mood), 0.9));
  const silent = troubleOn(scene.troubles, dayAt(wanted), ['silent']);
  const answered = silent ? timeOn(workingFrom(silent.ends), random.between(0, 6)) : wanted;
  let followUp = afterWorking(at, ASKS_AGAIN);
  for (let n = 0; n < MAX_FOLLOW_UPS && followUp < answered; n++) {
    say(scene, random, 'team', person, followUp, true);
    followUp = afterWorking(followUp, ASKS_AGAIN);
  }
  say(scene, random, 'client', person, answered, false);
}

function say(
  scene: Scene,
  random: Random,
  sender: 'client' | 'team',
  person: number,
  at: number,
  expects_answer: boolean,
): void {
  const row = scene.newId('message');
  const conversation_id = `conversation-${person}`;
  const sender_id = sender === 'client' ? `person-${person}` : 'team';
  const sentiment_score = sender === 'client' ? moodOf(scene, random, person, dayAt(at)) : 0.1;
  const payload = { conversation_id, sender, sender_id, sentiment_score, expects_answer };
  scene.tell('message_sent', at, 'chatwoot', row, payload, sender);
}

function moodOf(scene: Scene, random: Random, person: number, day: number): number {
  const { character, troubles } = scene;
  const cross = character.angry_person && person === 1;
  const angry = troubleOn(troubles, day, ['angry', 'leaving']) !== undefined;
  const happy = character.chatty ? 0.3 : 0.1;
  const mood = cross ? -0.55 : angry ? -0.6 : happy - 0.22 * scene.shown('client_risk', day);
  return Math.round(100 * Math.min(1, Math.max(-1, mood + 0.3 * random.normal()))) / 100;
}
