import type { Role } from '../client/session.js';
import type { Format } from '../shared/format.js';
import type { View } from './models/view.js';
import type { Texts } from './texts/index.js';

/** What every part of the page is drawn with. */
export interface Ui {
  texts: Texts;
  format: Format;
  /** ms since 1970 */
  now: number;
  view: View;
  role: Role | null;
  /** Whether a person has just asked for other projects, which are on their way. */
  busy: boolean;
  show: (change: Partial<View>) => void;
  showMore: () => void;
  refresh: () => void;
}

/** The address of another page or file of the server. */
export const addressOf = (path: string): string => new URL(`../../${path}`, import.meta.url).href;
