import { problemText } from '../client/api-problem.js';
import type { BarWords } from './bar-words.js';
import { element } from './element.js';
import { field } from './field.js';

/**
 * The form for a password of one's own in place of one that somebody else has set; what `change` rejects with is shown.
 */
export function passwordForm(
  change: (current: string, next: string) => Promise<void>,
  words: BarWords,
): HTMLFormElement {
  const password = (id: string, autocomplete: string, rules: Record<string, string> = {}) =>
    element('input', { id, type: 'password', autocomplete, required: true, maxlength: '1000', ...rules });
  const current = password('password-current', 'current-password');
  const next = password('password-new', 'new-password', { minlength: '12', maxlength: '200' });
  const button = element('button', { type: 'submit' }, words.changePassword);
  const error = element('p', { class: 'bar-error', role: 'alert', id: 'password-error' }, words.unready.password);
  const form = element(
    'form',
    { class: 'bar-login', 'aria-label': words.changePassword },
    field(words.currentPassword, current),
    field(words.newPassword, next),
    button,
    error,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    error.textContent = '';
    change(current.value, next.value)
      .catch((reason: unknown) => {
        error.textContent = problemText(reason, words.problems);
        next.setAttribute('aria-describedby', error.id);
        next.focus();
      })
      .finally(() => (button.disabled = false));
  });
  return form;
}
