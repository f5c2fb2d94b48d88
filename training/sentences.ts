import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { filled, isFrame, readSlots } from './frames.js';

export interface Labelled {
  readonly text: string;
  /** The file it stands in: what it is mainly about. */
  readonly about: string;
  readonly language: string;
  readonly side: string;
  readonly manner: string;
  /** What is right; what is not named is not judged by this sentence. */
  readonly right: Readonly<Partial<Record<Heard, boolean>>>;
  /** The day of the agreement, for one that names it. */
  readonly day?: string;
  /** Never trained on: a third, by the text itself, or by the frame that it is made of. */
  readonly held: boolean;
  /** Made of a frame with slots. */
  readonly framed: boolean;
  /** The same number for all that is made of one line. */
  readonly line: number;
}

const HERE = import.meta.dirname.replace(/\bdist\/training$/, 'training');
const ONE_IN = 3;
/** Behind `G`; another label may follow it. */
const DAY = /:(\d{4}-\d\d-\d\d)/;
/** How many sentences are made of a frame that is trained on; of a held one it is one. */
const FILLINGS = 6;
const slots = readSlots(HERE);

/**
 * Sentences with what is right, written for this project: a heading `# language side` (with `only X` where they were
 * labelled for one thing), then a line each: labels, manner, `|`, the text. Labels: R asks for approval, P approves, G
 * agrees (`G:day` counted from 2026-03-04, g unsure), S wants more, N shows a need, + - 0 the mood, `.` nothing of it;
 * X wants nothing at all, and A expects an answer, which is not learned.
 */
export function labelledSentences(folder = join(HERE, 'sentences')): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => sentencesIn(name.replace(/\..*$/, ''), readFileSync(join(folder, name), 'utf8')));
}

function sentencesIn(about: string, content: string): Labelled[] {
  let [language, side, only] = ['', '', ''];
  return content.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    const heading = /^# (\w+) (\w+)(?: only (\w))?$/.exec(line);
    if (heading) {
      [language, side, only] = [heading[1] ?? '', heading[2] ?? '', heading[3] ?? ''];
      return [];
    }
    const at = line.indexOf('|');
    const [labels = '', manner = ''] = line.slice(0, at).trim().split(' ');
    const written = line
      .slice(at + 1)
      .trim()
      .replaceAll('\\n', '\n');
    const day = DAY.exec(labels)?.[1];
    const hash = hashOf(written);
    const held = only === '' && hash % ONE_IN === 0;
    const framed = isFrame(written);
    const texts = framed ? filled(written, language, held ? 1 : FILLINGS, slots) : [written];
    return texts.map((text) => {
      const right = rightOf(labels.replace(DAY, ''), side, only);
      return {
        text,
        about,
        language,
        side,
        manner,
        right,
        ...(day === undefined ? {} : { day }),
        held,
        framed,
        line: hash,
      };
    });
  });
}

function rightOf(labels: string, side: string, only: string): Labelled['right'] {
  const has = (label: string) => labels.includes(label);
  const right: Partial<Record<Heard, boolean>> = {};
  const judged = (label: string) => only === '' || only === label;
  const silent = only === 'X';
  if (side === 'team' && (judged('R') || silent)) right.approval_request = has('R');
  if (side === 'client') {
    if (judged('P')) right.approval = has('P');
    // What goes beyond this work and what goes beyond all work is often the same wish.
    if ((judged('S') || silent) && !has('N')) right.scope_change = has('S');
    if ((judged('N') || silent) && !has('S')) right.need = has('N');
  }
  if (judged('G') && !has('g')) right.agreement = has('G');
  const mood = has('+') || has('-') || has('0') || !has('P');
  if (mood && (judged('m') || has('-'))) [right.pleased, right.unhappy] = [has('+'), has('-')];
  return right;
}

/** A number of 32 bits that tells texts apart. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) >>> 0;
}
