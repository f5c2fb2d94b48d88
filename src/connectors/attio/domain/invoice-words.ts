import { noteHead } from './note-head.js';

export type InvoiceNews = 'invoice_sent' | 'invoice_paid';

/** An invoice's number may stand between the words. Bounded, so that no text makes the search run away. */
const NUMBER = '(?: (?:no\\.?|nr\\.?|№|#)? ?[\\p{L}\\d./#№-]{0,20}\\d[\\d./-]{0,20})?';
const INVOICE = `(?<!\\p{L})invoice${NUMBER}`;
const BILL = `(?<!\\p{L})сч[её]т(?:[- ]фактура)?${NUMBER}`;

/**
 * What says that an invoice went out or was paid; each line with what it finds.
 *
 * | pattern | finds |
 * |---|---|
 * | invoice N sent | "Invoice 2026-07 sent, due in 14 days", "invoice has been issued" |
 * | sent invoice | "Sent the invoice for the first half" |
 * | счёт N выставлен | «Счёт 2026-07 выставлен», «счет отправлен» |
 * | выставили счёт | «Выставили счёт за первый этап» |
 * | invoice N paid | "Invoice 12 was paid in full" |
 * | paid the invoice | "Anna paid the invoice today" |
 * | payment received | "Payment for invoice 12 received" |
 * | счёт N оплачен | «Счёт 2026-07 оплачен» |
 * | оплатили счёт | «Клиент оплатил счёт» |
 * | оплата получена | «Оплата по счёту 12 поступила» |
 */
const NEWS: readonly [InvoiceNews, RegExp][] = (
  [
    ['invoice_sent', `${INVOICE} (?:was |is |has been )?(?:sent|issued)(?!\\p{L})`],
    ['invoice_sent', `(?<!\\p{L})(?:sent|issued) (?:the |an |our |their |first |final )?invoice(?! ?remind)(?!\\p{L})`],
    ['invoice_sent', `${BILL} (?:был )?(?:выставлен|отправлен|выслан)(?!\\p{L})`],
    ['invoice_sent', `(?<!\\p{L})(?:выставил|отправил|выслал)[аи]? (?:клиенту )?сч[её]т(?!\\p{L})`],
    ['invoice_paid', `${INVOICE} (?:was |is |has been )?(?:fully )?paid(?!\\p{L})`],
    ['invoice_paid', `(?<!\\p{L})paid (?:the |our |this )?invoice(?!\\p{L})`],
    ['invoice_paid', `(?<!\\p{L})payment (?:of|for) (?:the )?invoice${NUMBER} (?:received|arrived|came in)`],
    ['invoice_paid', `${BILL} (?:был )?(?:полностью )?оплачен(?!\\p{L})`],
    ['invoice_paid', `(?<!\\p{L})оплатил[аи]? сч[её]т(?!\\p{L})`],
    ['invoice_paid', `(?<!\\p{L})оплата(?: по сч[её]ту${NUMBER})? (?:получена|поступила|пришла)(?!\\p{L})`],
  ] as const
).map(([news, pattern]) => [news, new RegExp(pattern, 'iu')]);

/** Said before it in the same sentence, they make it a wish, a condition or the contrary. */
const NOT_YET =
  /(?<!\p{L})(?:not|never|no|if|when|once|until|unless|after|before|as soon as|will|should|has to|n't|не|нет|если|когда|как только|пока|после|до того|будет|нужно|надо)(?!\p{L})/iu;

/** What the texts (a title, a body) report as done; questions, conditions and denials report nothing. */
export function invoiceNews(...texts: readonly (string | null)[]): Set<InvoiceNews> {
  const found = new Set<InvoiceNews>();
  for (const sentence of texts.flatMap((text) => sentencesOf(text ?? ''))) {
    if (sentence.endsWith('?')) continue;
    for (const [news, pattern] of NEWS) {
      const match = pattern.exec(sentence);
      if (match && !NOT_YET.test(sentence.slice(0, match.index))) found.add(news);
    }
  }
  return found;
}

/** A full stop within a number ends no sentence. */
const sentencesOf = (text: string): string[] =>
  noteHead(text)
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
