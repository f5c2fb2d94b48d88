import { convert, type HtmlToTextOptions } from 'html-to-text';
import type { ChatwootMessage } from './payloads.js';

type Json = Readonly<Record<string, unknown>>;

/** Whether a text is a page of HTML, as mails and some channels send it; a chat may speak of tags without being one. */
const PAGE = /^\s*<(!doctype|html|head|body|div|p|table|span|meta|style)(?=[\s/>])[\s\S]*>\s*$/i;
/** A name is followed by a blank, a slash or the end: `<b.smith@example.org>` is an address. */
const MARKUP =
  /<\/?(html|body|div|p|br|table|span|a|b|i|strong|em|ul|ol|li|blockquote|img|font|h[1-6])(?=[\s/>])[^<>]*>/i;
const MAIL = 'incoming_email';

/** Deeper than any mail is nested. */
const DEEPEST = 500;
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const AS_SEEN: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: DEEPEST },
  selectors: [
    // Where a link leads and what counts the readers is in no sentence.
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: '[hidden]', format: 'skip' },
    { selector: '[style*="display:none"]', format: 'skip' },
    { selector: '[style*="display: none"]', format: 'skip' },
    ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

const asText = (html: string): string => convert(html, AS_SEEN).replaceAll('\u00a0', ' ').trim();

/**
 * What a reader sees of a message: HTML as its text. Where a mail came without a text of its own, its words are among
 * the parts of the mail; quoted replies stay where they stand.
 */
export function shownText({ content, content_type, content_attributes }: ChatwootMessage): string | null {
  const isMail = content_type === MAIL || object(content_attributes['email']) !== null;
  if (content !== null && content.trim() !== '') return shown(content, isMail);
  const mail = object(content_attributes['email']);
  if (mail === null) return content;
  const [plain, html] = [object(mail['text_content']), object(mail['html_content'])];
  for (const part of [plain?.['reply'], plain?.['full'], html?.['reply'], html?.['full'], mail['subject']])
    if (typeof part === 'string' && part.trim() !== '') return shown(part, true);
  return content;
}

const shown = (text: string, isMail: boolean): string =>
  PAGE.test(text) || (isMail && MARKUP.test(text)) ? asText(text) : text;

const object = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
