import { ApiProblem, problemText } from '../client/api-problem.js';
import type { BarWords } from './bar-words.js';
import { element } from './element.js';
import { field } from './field.js';

/**
 * The form to log in with. What `logIn` rejects with is shown below the fields.
 * @param notice why it is here, when the person did not ask for it
 * @param provider the other way in, where there is one
 */
export function loginForm(
  logIn: (username: string, password: string, code?: string) => Promise<void>,
  words: BarWords,
  notice: string | null,
  provider: { label: Promise<string | null>; link: string },
): HTMLFormElement {
  const username = element('input', {
    id: 'login-username',
    name: 'username',
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: true,
    maxlength: '200',
  });
  const password = element('input', {
    id: 'login-password',
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
    maxlength: '1000',
  });
  const code = element('input', {
    id: 'login-code',
    name: 'code',
    autocomplete: 'one-time-code',
    autocapitalize: 'none',
    spellcheck: 'false',
    maxlength: '40',
  });
  const codeField = field(words.code, code);
  codeField.hidden = true;
  const button = element('button', { type: 'submit' }, words.logIn);
  const error = element('p', { class: 'bar-error', role: 'alert', id: 'login-error' }, notice);
  const form = element(
    'form',
    { class: 'bar-login', 'aria-label': words.logIn },
    field(words.username, username),
    field(words.password, password),
    codeField,
    button,
    error,
  );
  void provider.label.then((label) => {
    if (label !== null)
      button.after(element('a', { class: 'bar-provider', href: provider.link }, words.logInWith(label)));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    error.textContent = '';
    logIn(username.value, password.value, code.value.trim() || undefined)
      .catch((reason: unknown) => {
        error.textContent = problemText(reason, words.problems);
        // The password was right: what it takes beside it is asked for now, and only of who needs it.
        if (reason instanceof ApiProblem && reason.code === 'second_factor_required') {
          codeField.hidden = false;
          code.setAttribute('aria-describedby', error.id);
          code.focus();
          return;
        }
        code.value = '';
        password.setAttribute('aria-describedby', error.id);
        password.value = '';
        password.focus();
      })
      .finally(() => (button.disabled = false));
  });
  return form;
}
