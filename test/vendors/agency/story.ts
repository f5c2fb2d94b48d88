import type { Scene } from './scene.js';

/** How long every story is; what comes after it nobody has written. */
export const STORY_DAYS = 60;

/** Something that somebody does at one of the vendors. */
export type Deed = (scene: Scene) => void;

/** A deed on a day from 1 to 60, at an hour from 0 to 24, which may have decimals; some minutes are added. */
export type Act = readonly [day: number, hour: number, deed: Deed];

/** Sixty days of one client's project at all three vendors. */
export interface Story {
  /** Storyline and language, e.g. 'silence-en'. */
  key: string;
  /** Of the project. */
  name: string;
  language: 'en' | 'ru';
  company: { name: string; domain: string };
  /** Who speaks for the client. */
  contact: { name: string; email: string };
  /** Of the client's Chatwoot inbox. */
  channel: 'Channel::Email' | 'Channel::Whatsapp' | 'Channel::WebWidget' | 'Channel::Api';
  /** Key of the client's Linear team. */
  team: string;
  /** The colleague who answers and builds, known to all three vendors by that name. */
  manager: 'Marta Lind' | 'Oleg Sorin' | 'Priya Nair';
  /** In any order; those of the same moment happen in the order they stand in. */
  acts: readonly Act[];
}
