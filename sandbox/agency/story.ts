import type { Place, Scene } from './scene.js';

/** How long every story is; what comes after it is not written. */
export const STORY_DAYS = 60;

/** Something that somebody does at one of the vendors. */
export type Deed = (scene: Scene) => void;

/** A deed on a day from 1 to 60, at an hour from 0 to 24, which may have decimals; some minutes are added. */
export type Act = readonly [day: number, hour: number, deed: Deed];

/** Sixty days of one client's project at all three vendors. */
export interface Story extends Place {
  /** Storyline and language, e.g. 'silence-en'. */
  key: string;
  /** Of the project. */
  name: string;
  language: 'en' | 'ru';
  /** In any order; those of the same moment happen in the order they stand in. */
  acts: readonly Act[];
}
