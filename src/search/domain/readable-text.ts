/** Tags of a mail. Others, such as a type in `List<String>`, are text. */
const NAMES =
  'a|abbr|article|b|big|blockquote|body|br|center|code|dd|del|div|dl|dt|em|font|footer|h[1-6]|head|header|hr|html|i|img|ins|' +
  'li|link|main|meta|o:p|ol|p|pre|s|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul|script';
const TAG = new RegExp(`<(/?)(${NAMES})(\\s[^<>]{0,4000})?/?>`, 'gi');
const CLOSING = new RegExp(`</(${NAMES})\\s*>|<(br|hr|img|p|html|body)(\\s[^<>]{0,4000})?/?>`, 'i');
const COMMENT = /<!(?:--[^]{0,20000}?-->|\[[^\]]{0,200}\]>|doctype[^>]{0,500}>)/gi;
/** A tag that begins a line where it stands. */
const BLOCK =
  /^(article|blockquote|br|center|d[dlt]|div|footer|h\d|header|hr|li|main|ol|p|pre|section|t[dhr]|table|ul)$/i;
/** What is inside of them is not shown, or is the message that is answered to. */
const UNREAD = new Set(['head', 'title', 'style', 'script', 'blockquote']);
const QUOTE = /\b(gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|protonmail_quote)\b/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
  copy: '©',
};

/** What a person reads of a text: an HTML mail without its tags, styles and quoted mail; any other text as it is. */
export function readableText(text: string): string {
  // What is quoted as code is spoken about.
  return CLOSING.test(text.replace(/`[^`]{0,500}`/g, '')) ? htmlToText(text) : text;
}

function htmlToText(html: string): string {
  const source = html.replace(COMMENT, ' ');
  const closings = closingsIn(source);
  // One that is closed nowhere behind, or stands in code, is spoken about.
  const isUnread = (name: string, at: number): boolean =>
    UNREAD.has(name) && (closings.get(name) ?? -1) > at && source[at - 1] !== '`';
  const parts: string[] = [];
  let unread: { name: string; depth: number } | null = null;
  let from = 0;
  for (const tag of source.matchAll(TAG)) {
    const [whole, slash, written = '', attributes = ''] = tag;
    const name = written.toLowerCase();
    if (unread === null) parts.push(source.slice(from, tag.index));
    from = tag.index + whole.length;
    if (unread !== null) {
      if (name === unread.name) unread.depth += slash ? -1 : 1;
      if (unread.depth === 0) unread = null;
    } else if (!slash && (isUnread(name, tag.index) || QUOTE.test(attributes)) && !whole.endsWith('/>')) {
      unread = { name, depth: 1 };
    }
    if (BLOCK.test(name)) parts.push('\n');
  }
  if (unread === null) parts.push(source.slice(from));
  return parts
    .join('')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (entity, code: string) => entityOf(code) ?? entity);
}

/** Where each of the tags that hold what is not shown is closed for the last time. */
const closingsIn = (source: string): Map<string, number> =>
  new Map(
    [...source.matchAll(/<\/(head|title|style|script|blockquote)\s{0,20}>/gi)].map(({ 1: name = '', index }) => [
      name.toLowerCase(),
      index,
    ]),
  );

function entityOf(code: string): string | undefined {
  if (!code.startsWith('#')) return ENTITIES[code.toLowerCase()];
  const point = /^#x/i.test(code) ? parseInt(code.slice(2), 16) : Number(code.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
