import type { Format } from '../shared/format.js';
import type { Feeds } from './feeds.js';
import type { Judging } from './judging.js';
import type { View } from './models/view.js';
import type { Texts } from './texts/index.js';

/** What every part of the page is drawn with. */
export interface Ui {
  texts: Texts;
  format: Format;
  /** ms since 1970 */
  now: number;
  projectId: string;
  view: View;
  feeds: Feeds;
  /** Whether older events are on their way. */
  reaching: boolean;
  /** Whether the person’s role in the project lets them say what was heard wrongly. */
  mayJudge: boolean;
  judging: Judging;
  show: (change: Partial<View>) => void;
  older: () => void;
}

/** The address of another page of the server. */
export const addressOf = (path: string): string => new URL(`../../${path}`, import.meta.url).href;

/** The address of a page that takes its project from the query. */
export const aboutProject = (path: string, projectId: string, name = 'project'): string =>
  `${addressOf(path)}?${name}=${encodeURIComponent(projectId)}`;
