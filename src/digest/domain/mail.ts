import { pageOf, partsOf, type DigestPart, type DigestContent } from './messages.js';
import { TEXTS } from './texts/languages.js';

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** The digest as a mail: in plain text with addresses, and the same with links. */
export function mailOf(digest: DigestContent, base: string): Mail {
  const { title, summary, locale } = digest;
  const { open, more } = TEXTS[locale];
  const parts = partsOf(digest).filter(({ lines }) => lines.length > 0);
  const page = pageOf(digest, base);
  return {
    subject: oneLine(title),
    text: [summary, ...parts.map((part) => textOf(part, base, more)), `${open}: ${page}`].join('\n\n'),
    html: [
      `<h1>${escaped(title)}</h1>`,
      `<p>${escaped(summary)}</p>`,
      ...parts.map((part) => htmlOf(part, base, more)),
      `<p><a href="${escaped(page)}">${escaped(open)}</a></p>`,
    ].join('\n'),
  };
}

function textOf({ heading, lines, more }: DigestPart, base: string, words: (count: number) => string): string {
  const rows = lines.map(
    ({ project, words: said, link }) => `- ${oneLine(project.name)}: ${oneLine(said)}\n  ${base}${link}`,
  );
  return [heading, ...rows, ...(more > 0 ? [words(more)] : [])].join('\n');
}

function htmlOf({ heading, lines, more }: DigestPart, base: string, words: (count: number) => string): string {
  const rows = lines.map(
    ({ project, words: said, link }) =>
      `<li><b>${escaped(project.name)}</b>: <a href="${escaped(`${base}${link}`)}">${escaped(said)}</a></li>`,
  );
  const rest = more > 0 ? `\n<p>${escaped(words(more))}</p>` : '';
  return `<h2>${escaped(heading)}</h2>\n<ul>\n${rows.join('\n')}\n</ul>${rest}`;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
