import { ownWords } from './own-words.js';

export interface Sentence {
  /** As it was written, with single spaces, plain quotation marks and no control characters: fit to be stored. */
  readonly said: string;
  /**
   * The same for matching: small letters, ё as е, contractions written out ("we'll" → "we will"), hyphens inside words
   * as spaces, addresses dropped, what stands in quotation marks as one `"`, commas, colons, dashes and brackets as
   * `,`; one space between all, one before and one behind.
   */
  readonly words: string;
  /** Whether it ends in a question mark. */
  readonly asks: boolean;
  /** Whether it ends in an exclamation mark. */
  readonly calls: boolean;
  /** Whether `words` are all of what was said: a very long sentence comes in parts. */
  readonly whole: boolean;
}

/** A sentence longer than this is cut: so patterns meet short texts only. */
const LONGEST = 60;
/** A line this long that ends without a stop was wrapped by a mail client; a shorter one was ended by its author. */
const WRAPPED_AT = 60;
const LONGEST_QUOTE = 200;

const END = /[.!?…]{1,5}(?=["»”')\]]{0,3}(?:\s|$))|[;\n•]/gu;
const ABBREVIATIONS = new Set(
  `г гг т е п стр ул руб тыс янв фев февр мар апр авг сен сент окт ноя нояб дек jan feb mar apr jun jul aug sep sept oct
   nov dec e.g i.e vs mr mrs dr approx inc ltd`.split(/\s+/),
);
const TOKEN = /\d+(?:[.:/-]\d+)*\p{L}*|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|[,:()"—–]|(?<= )-(?= )/gu;
const QUOTATION = new RegExp(`"[^"\\n]{1,${LONGEST_QUOTE}}"`, 'g');

const BREAKS = ',:()—–-';

const CONTRACTED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "won't": 'will not',
    wont: 'will not',
    "can't": 'can not',
    cant: 'can not',
    cannot: 'can not',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    wasnt: 'was not',
    arent: 'are not',
    havent: 'have not',
    hasnt: 'has not',
    shouldnt: 'should not',
    wouldnt: 'would not',
    couldnt: 'could not',
    lets: 'let us',
    "let's": 'let us',
    "it's": 'it is',
    "that's": 'that is',
    "there's": 'there is',
    "here's": 'here is',
    "what's": 'what is',
    "everything's": 'everything is',
    im: 'i am',
    ive: 'i have',
  }),
);
const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", ' not'],
  ["'ll", ' will'],
  ["'re", ' are'],
  ["'ve", ' have'],
  ["'d", ' would'],
  ["'m", ' am'],
];

/** All detectors look at one message before the next comes: the last one's sentences are kept. */
let last: { readonly text: string; readonly sentences: readonly Sentence[] } = { text: '', sentences: [] };

/** The sentences an author wrote himself (see ownWords), in order, in time that grows with the text's length only. */
export function sentencesOf(text: string): readonly Sentence[] {
  if (last.text !== text) last = { text, sentences: read(text) };
  return last.sentences;
}

function read(text: string): readonly Sentence[] {
  const own = unwrap(plain(ownWords(text)));
  const sentences: Sentence[] = [];
  let from = 0;
  for (const end of own.matchAll(END)) {
    if (end[0] === '.' && endsInAbbreviation(own, end.index)) continue;
    add(sentences, own.slice(from, end.index), end[0]);
    from = end.index + end[0].length;
  }
  add(sentences, own.slice(from), '');
  return sentences;
}

const plain = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[\u2010-\u2012]/g, '-');

function unwrap(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .map((line, i) => {
      const next = lines[i + 1] ?? '';
      const wrapped = line.length >= WRAPPED_AT && /[\p{L}\d,]$/u.test(line) && /^[\p{L}\d]/u.test(next);
      return line + (wrapped ? ' ' : '\n');
    })
    .join('');
}

function endsInAbbreviation(text: string, at: number): boolean {
  const before = text
    .slice(Math.max(0, at - 12), at)
    .toLowerCase()
    .split(/[\s("]/);
  return ABBREVIATIONS.has(before.at(-1) ?? '') && text.slice(at + 1, at + 20).trim() !== '';
}

function add(sentences: Sentence[], raw: string, end: string): void {
  const said = raw.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (said === '') return;
  const tokens = tokensOf(said);
  const whole = tokens.length <= LONGEST;
  for (let from = 0; from < tokens.length; from += LONGEST) {
    const words = ` ${tokens.slice(from, from + LONGEST).join(' ')} `;
    sentences.push({ said, words, asks: end.includes('?'), calls: end.includes('!'), whole });
  }
}

function tokensOf(said: string): string[] {
  const text = said
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(' ')
    .filter((word) => !word.includes('://') && !word.includes('@') && !word.startsWith('www.'))
    .join(' ')
    .replace(/(?<=[\p{L}\d])-(?=\p{L})/gu, ' ');
  const mentions = text.replace(QUOTATION, (quote) => (quote.length >= text.length - 1 ? quote : ' " '));
  const tokens: string[] = [];
  let quoted = false;
  for (const [token] of mentions.matchAll(TOKEN)) {
    if (token === '"') {
      // A lone mark says nothing; the one that stands for a quotation is followed by no second.
      quoted = mentions !== text;
      if (quoted) tokens.push(token);
    } else if (token.length === 1 && BREAKS.includes(token)) {
      if (tokens.length > 0 && tokens.at(-1) !== ',') tokens.push(',');
    } else {
      const word = writtenOut(token);
      if (word === token) tokens.push(token);
      else tokens.push(...word.split(' '));
    }
  }
  return tokens;
}

function writtenOut(word: string): string {
  const whole = CONTRACTED.get(word);
  if (whole !== undefined) return whole;
  if (!word.includes("'")) return word;
  for (const [ending, full] of ENDINGS) if (word.endsWith(ending)) return word.slice(0, -ending.length) + full;
  return word;
}
