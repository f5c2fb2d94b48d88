import { element } from '../../shared/element.js';
import { h, render } from 'preact';
import { KEYS } from '../models/keys.js';
import type { Texts } from '../texts/index.js';

type Described = keyof Texts['keys']['commands'];

/** Shows what keys do, and lets a person switch those of one letter off. */
export function showKeys({ keys: words }: Texts, on: boolean, turn: (on: boolean) => void): void {
  const dialog = element('dialog', { class: 'ask keys', 'aria-labelledby': 'keys-title' });
  const keyOf = (command: Described) => (command === 'open' ? 'Enter' : command === 'leave' ? 'Esc' : KEYS[command]);
  const content = (
    <form method="dialog">
      <h2 id="keys-title">{words.title}</h2>
      <dl>
        {(Object.keys(words.commands) as Described[]).map((command) => (
          <div key={command}>
            <dt>
              <kbd>{keyOf(command)}</kbd>
            </dt>
            <dd>{words.commands[command]}</dd>
          </div>
        ))}
      </dl>
      <label class="keys-switch">
        <input type="checkbox" defaultChecked={on} onChange={(event) => turn(event.currentTarget.checked)} />
        <span>{words.on}</span>
      </label>
      <div class="ask-answers">
        <button autofocus>{words.close}</button>
      </div>
    </form>
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  render(content, dialog);
  dialog.showModal();
}
