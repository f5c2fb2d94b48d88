import { figuresOf, hasOddNumbers, percentsOf, writtenFigures } from './figures.js';
import { inLanguage, inScript, type Locale } from './language.js';
import { WORDED, type Wording } from './wording.js';

/** What a phrasing is held against. */
export interface PhrasingBasis {
  /** The words that the rules give. */
  original: Wording;
  /** The evidence's own words. */
  evidence: readonly string[];
  locale: Locale;
}

type Field = (typeof WORDED)[number];

/** Least and most characters. */
const LENGTHS: Readonly<Record<Field, readonly [number, number]>> = {
  title: [8, 140],
  rationale: [20, 700],
  why_now: [20, 500],
  suggested_template: [40, 1200],
};
/** Signs that no sentence needs: controls, invisible ones, and those of markup. A message may have paragraphs. */
const MARKUP = /[\p{Cf}<>{}`|\\]|(?!\n)\p{Cc}|\]\(|\*\*|^#/u;
const ADDRESS = /\p{L}[\p{L}\d+.-]*:\/\/|www\.|\S@\S|(?<!\S)@\w|[\p{L}\d-]\.(?:\p{L}{2,})(?!\p{L})/iu;

/**
 * Why a phrasing must not take the place of the rules' words: the first thing that is wrong with it, without quoting
 * it; null: nothing is. It may only say the same in other words, so it has no address, adds no figure that is neither
 * in those words nor in the evidence (a percentage: in those words), and keeps every figure of what it replaces.
 */
export function objection(phrased: Wording, basis: PhrasingBasis): string | null {
  const all = WORDED.map((field) => basis.original[field]).join(' \n ');
  const known = figuresOf([all, ...basis.evidence].join(' \n '));
  const percents = percentsOf(all);
  for (const field of WORDED) {
    const wrong = wrongWith(field, phrased[field], basis, { known, percents });
    if (wrong !== null) return `${field} ${wrong}`;
  }
  return null;
}

function wrongWith(
  field: Field,
  text: string,
  { original, locale }: PhrasingBasis,
  { known, percents }: { known: ReadonlySet<string>; percents: ReadonlySet<string> },
): string | null {
  const [least, most] = LENGTHS[field];
  if (text.length < least || text.length > most) return `has ${text.length} characters, not ${least} to ${most}`;
  if (MARKUP.test(text) || (field !== 'suggested_template' && text.includes('\n'))) return 'has signs of markup';
  if (ADDRESS.test(text)) return 'has an address';
  const spoken = field === 'title' ? inScript(text, locale) : inLanguage(text, locale);
  if (!spoken) return `is not in the language ${locale}`;
  const said = figuresOf(text);
  if (hasOddNumbers(text) || !isWithin(said, known)) return 'has a figure of its own';
  if (!isWithin(percentsOf(text), percents)) return 'has a percentage of its own';
  if (!isWithin(writtenFigures(original[field]), said)) return 'lacks a figure';
  return null;
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].every((one) => all.has(one));
