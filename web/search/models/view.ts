import type { AnswerOf, SearchResult } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';

/**
 * What is searched for. The page's address has it under the names that the route has, so that one link is good for
 * both.
 */
export interface View {
  q: string;
  project_id: string;
  mode: Mode;
  source_kind: SourceKind | '';
  sender: Sender | '';
  /** Days. */
  from: string;
  to: string;
  conversation: string;
  topK: Count;
}

export type SourceKind = SearchResult['source_kind'];
export const SOURCE_KINDS = allOf<SourceKind>({ message: true, issue: true, note: true });
export type Sender = NonNullable<SearchResult['sender']>;
export const SENDERS = allOf<Sender>({ client: true, team: true });
export type Mode = AnswerOf<'openSearch'>['mode'];
export const MODES = allOf<Mode>({ hybrid: true, vector: true, lexical: true });
export const COUNTS = [10, 50] as const;
type Count = (typeof COUNTS)[number];

export const MAX_QUERY = 1000;
const MAX_ID = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const NOTHING: View = {
  q: '',
  project_id: '',
  mode: 'hybrid',
  source_kind: '',
  sender: '',
  from: '',
  to: '',
  conversation: '',
  topK: 10,
};

/** What an address asks for; what it has that is not known is left out. */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  const text = (key: string, most: number) => (asked.get(key) ?? '').trim().slice(0, most);
  const oneOf = <T>(key: string, words: readonly T[]) => words.find((word) => String(word) === asked.get(key));
  const day = (key: string) => (DAY.test(asked.get(key) ?? '') ? (asked.get(key) ?? '') : '');
  return {
    q: text('q', MAX_QUERY),
    project_id: text('project_id', MAX_ID),
    mode: oneOf('mode', MODES) ?? NOTHING.mode,
    source_kind: oneOf('source_kind', SOURCE_KINDS) ?? '',
    sender: oneOf('sender', SENDERS) ?? '',
    from: day('from'),
    to: day('to'),
    conversation: text('conversation', MAX_ID),
    topK: oneOf('topK', COUNTS) ?? NOTHING.topK,
  };
}

/** The query that asks for the view, without what is so anyway. */
export function searchOf(view: View): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(view)) {
    if (value !== NOTHING[key as keyof View]) query.set(key, String(value));
  }
  return query.toString();
}

/** Whether there is something to search for, and somewhere. */
export const isAsked = ({ q, project_id }: View): boolean => q !== '' && project_id !== '';

/** Whether results are left out that the words alone would find. */
export const isFiltered = ({ source_kind, sender, from, to, conversation }: View): boolean =>
  [source_kind, sender, from, to, conversation].some((value) => value !== '');

/** The same words in the same project, of all that there is. */
export const unfiltered: Partial<View> = { source_kind: '', sender: '', from: '', to: '', conversation: '' };
