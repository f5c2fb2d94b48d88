import type { Locale } from '../../common/locale.js';
import type { Line } from './lines.js';
import { TEXTS } from './texts/languages.js';

/** What messages are made of: the part of a digest that is sent. */
export interface DigestContent {
  from: string;
  to: string;
  locale: Locale;
  title: string;
  summary: string;
  totals: { changes: number; attention: number; done: number };
  changes: readonly ProjectLine[];
  attention: readonly { project: { name: string }; reasons: readonly Line[] }[] | null;
  done: readonly ProjectLine[];
}
type ProjectLine = Line & { project: { name: string } };

/** A part of a digest: its heading, its lines, and how many more there are. */
export interface DigestPart {
  heading: string;
  lines: readonly ProjectLine[];
  more: number;
}

/** Lines of each part in a message; the page shows the rest. */
const MAX_LINES = 10;
/** Of a text in a block of Slack; a longer one is refused as a whole. */
const MAX_TEXT = 3_000;
const MAX_HEADER = 150;
const MAX_WORDS = 240;

/** A message for programs: the whole digest, its links as addresses on `base`. */
export function webhookMessage<T extends DigestContent>(digest: T, base: string, at: Date): object {
  return { type: 'digest', timestamp: at.toISOString(), url: pageOf(digest, base), data: withAddresses(digest, base) };
}

/** A message for Slack and what takes the same: a text for notifications, and blocks that lead to the evidence. */
export function slackMessage(digest: DigestContent, base: string): { text: string; blocks: object[] } {
  const { title, summary, locale } = digest;
  const texts = TEXTS[locale];
  const parts = partsOf(digest).filter(({ lines }) => lines.length > 0);
  return {
    text: escaped(`${title}: ${summary}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, MAX_HEADER) } },
      section(escaped(summary)),
      ...parts.map((part) => section(slackPart(part, base, texts.more))),
      section(`<${pageOf(digest, base)}|${escaped(texts.open)}>`),
    ],
  };
}

/** The parts in their order, each with its first lines. */
export function partsOf({ locale, changes, attention, done, totals }: DigestContent): DigestPart[] {
  const texts = TEXTS[locale];
  const needing = (attention ?? []).flatMap(({ project, reasons }) =>
    reasons.slice(0, 1).map(({ link }) => ({ project, link, words: reasons.map(({ words }) => words).join('. ') })),
  );
  return [
    partOf(texts.attention, needing, totals.attention),
    partOf(texts.changed, changes, totals.changes),
    partOf(texts.done, done, totals.done),
  ];
}

const partOf = (heading: string, all: readonly ProjectLine[], total: number): DigestPart => {
  const lines = all.slice(0, MAX_LINES);
  return { heading, lines, more: Math.max(0, total - lines.length) };
};

export const pageOf = ({ from, to }: Pick<DigestContent, 'from' | 'to'>, base: string): string =>
  `${base}/digest?date=${to}${from === to ? '' : '&period=week'}`;

function slackPart({ heading, lines, more }: DigestPart, base: string, words: (count: number) => string): string {
  const rows = lines.map(
    ({ project, words: said, link }) =>
      `• *${escaped(plain(project.name))}*: <${base}${link}|${escaped(cut(plain(said), MAX_WORDS))}>`,
  );
  const shown = [`*${escaped(heading)}*`];
  for (const row of rows) if ([...shown, row].join('\n').length < MAX_TEXT - 100) shown.push(row);
  const left = more + rows.length - (shown.length - 1);
  return [...shown, ...(left > 0 ? [escaped(words(left))] : [])].join('\n');
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/** On one line, and without what would end a link or a bold name. */
const plain = (text: string) => text.replace(/[*|\s]+/g, ' ').trim();
/** As Slack asks for: a name must not become a mention or a link. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same with each `link` as an address. */
function withAddresses(value: unknown, base: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withAddresses(one, base));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'link' && typeof one === 'string' ? `${base}${one}` : withAddresses(one, base),
    ]),
  );
}
