import type { Locale } from '../../common/locale.js';

/** What a recommendation says, as far as a draft needs it. */
export interface Advice {
  title: string;
  rationale: string;
  why_now: string;
  /** The message to the client. */
  suggested_template: string;
  links: readonly { url: string }[];
}

/** What is drafted: for colleagues with its reasons, for the client without, or a word to oneself. */
export type DraftForm = 'issue' | 'note' | 'message' | 'reminder';

export interface Draft {
  title: string | null;
  text: string;
}

const MAX_LINKS = 5;
const WORDS: Readonly<Record<Locale, { now: string; said: string; evidence: string }>> = {
  en: { now: 'Why now', said: 'Message to the client', evidence: 'What it rests on' },
  ru: { now: 'Почему сейчас', said: 'Сообщение клиенту', evidence: 'На чём это основано' },
};

/**
 * What would be sent, for a person to edit.
 * @param advice null: without a recommendation the draft is empty
 */
export function draftOf(form: DraftForm, advice: Advice | null, locale: Locale): Draft {
  const titled = form === 'issue' || form === 'note';
  if (advice === null) return { title: titled ? '' : null, text: '' };
  if (form === 'message') return { title: null, text: advice.suggested_template };
  if (form === 'reminder') return { title: null, text: advice.title };
  return { title: advice.title, text: reasonsOf(advice, locale) };
}

/** What a form without a title says in its text instead. */
export const untitled = ({ title, text }: Draft): Draft => ({
  title: null,
  text: title === null || title === '' ? text : `${title}\n\n${text}`,
});

function reasonsOf({ rationale, why_now, suggested_template, links }: Advice, locale: Locale): string {
  const words = WORDS[locale];
  const urls = [...new Set(links.map(({ url }) => url))].slice(0, MAX_LINKS);
  return [
    rationale,
    `${words.now}: ${why_now}`,
    `${words.said}:\n${suggested_template}`,
    ...(urls.length === 0 ? [] : [`${words.evidence}:\n${urls.map((url) => `- ${url}`).join('\n')}`]),
  ].join('\n\n');
}
