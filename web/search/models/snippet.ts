import type { SearchResult } from '../../client/published.js';

/** A piece of a text; `marked`: it has words of the query. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** More is read at the source. */
export const MAX_CHARACTERS = 480;
/** Characters before the first mark that are shown, so that it makes sense. */
const BEFORE = 120;

/** The part of a text with what was looked for, in pieces; an ellipsis stands for what is left out. */
export function snippetOf(text: string, highlights: SearchResult['highlights']): Piece[] {
  const start = startOf(text, highlights[0]?.start ?? 0);
  const end = endOf(text, start);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked });
  };
  if (start > 0) pieces.push({ text: '… ', marked: false });
  let at = start;
  for (const { start: from, end: to } of highlights) {
    if (from < at || from >= end) continue;
    add(at, from, false);
    add(from, Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  if (end < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** Long texts begin with a word shortly before the first mark, or with the mark where no word does. */
function startOf(text: string, mark: number): number {
  if (text.length <= MAX_CHARACTERS || mark <= BEFORE) return 0;
  const space = text.slice(mark - BEFORE, mark).search(/\s/);
  return space < 0 ? mark : mark - BEFORE + space + 1;
}

/** And end with a whole word. */
function endOf(text: string, start: number): number {
  const most = start + MAX_CHARACTERS;
  if (text.length <= most) return text.length;
  const last = text.lastIndexOf(' ', most);
  return last > start ? last : most;
}
