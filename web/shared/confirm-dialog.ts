import { element } from './element.js';

export interface Question {
  title: string;
  /** What will happen, a paragraph each. */
  text: readonly string[];
  /** The answer that lets it happen. */
  yes: string;
  /** The one that does not. */
  no?: string;
}

/** Asks before something that a person may want to think about. False is the answer of Escape too, and of no answer. */
export function confirmed({ title, text, yes, no = 'Cancel' }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = element(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'ask-title', 'aria-describedby': 'ask-text' },
      element('h2', { id: 'ask-title' }, title),
      element('div', { id: 'ask-text' }, ...text.map((paragraph) => element('p', {}, paragraph))),
      // As a form of its own: the value of the button that ends it is the dialog's.
      element(
        'form',
        { method: 'dialog', class: 'ask-answers' },
        element('button', { value: 'no', class: 'quiet', autofocus: true }, no),
        element('button', { value: 'yes', class: 'danger' }, yes),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
