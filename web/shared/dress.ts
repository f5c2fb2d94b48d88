import { place } from './place.js';
import type { Preferences } from './preferences.js';

/** Puts language and colours on the page, and its title. */
export function dress({ language, theme }: Preferences, title: string, skip: string): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.lang = language;
  document.title = title;
  place('skip').textContent = skip;
}
