import { h, type ComponentChild } from 'preact';
import { LANGUAGES, type Language } from './language.js';
import { THEMES, type Preferences, type Theme } from './preferences.js';

/** Languages by their own names, for those who don't read the page's. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };

/** What the tools are called, in one language. */
export interface ToolWords {
  language: string;
  theme: string;
  themes: Readonly<Record<Theme, string>>;
  live: string;
  refresh: string;
}

/** Another page, by the way to it from the root of the server. */
export interface PageLink {
  to: string;
  text: string;
}

interface Handlers {
  change: (change: Partial<Preferences>) => void;
  refresh: () => void;
}

/** What a person may set about the page, at the end of the bar. */
export function tools(
  words: ToolWords,
  { language, theme, live }: Preferences,
  signedIn: boolean,
  { change, refresh }: Handlers,
  links: readonly PageLink[],
): ComponentChild {
  return [
    signedIn
      ? h(
          'label',
          { class: 'tool-check' },
          h('input', {
            type: 'checkbox',
            checked: live,
            onChange: (event: Event) => change({ live: (event.currentTarget as HTMLInputElement).checked }),
          }),
          words.live,
        )
      : null,
    signedIn ? h('button', { type: 'button', class: 'quiet', onClick: refresh }, words.refresh) : null,
    choice(
      words.language,
      LANGUAGES,
      language,
      (one) => NAMES[one],
      (one) => change({ language: one }),
      true,
    ),
    choice(
      words.theme,
      THEMES,
      theme,
      (one: Theme) => words.themes[one],
      (one) => change({ theme: one }),
      false,
    ),
    ...links.map(({ to, text }) => h('a', { key: to, href: new URL(`../../${to}`, import.meta.url).href }, text)),
  ];
}

function choice<T extends string>(
  label: string,
  options: readonly T[],
  chosen: T,
  nameOf: (option: T) => string,
  choose: (option: T) => void,
  tongues: boolean,
): ComponentChild {
  return h(
    'label',
    { class: 'tool-choice' },
    h('span', {}, label),
    h(
      'select',
      {
        onChange: (event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          const option = options.find((one) => one === value);
          if (option) choose(option);
        },
      },
      ...options.map((one) =>
        h('option', { key: one, value: one, selected: one === chosen, ...(tongues ? { lang: one } : {}) }, nameOf(one)),
      ),
    ),
  );
}
