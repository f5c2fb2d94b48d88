import { element } from '../../shared/element.js';
import { h, render, type ComponentChild } from 'preact';

export interface Question {
  title: string;
  /** What it is about, such as how many recommendations. */
  about: string;
  fields: ComponentChild;
  yes: string;
  no: string;
}

/** What a person filled in: the fields, and the value of the button that they pressed. */
export interface Answer {
  fields: FormData;
  button: string;
}

/** Asks for what an action needs. Null is the answer of Escape too, and of no answer. */
export function ask({ title, about, fields, yes, no }: Question): Promise<Answer | null> {
  return new Promise((resolve) => {
    const dialog = element('dialog', { class: 'ask ask-form', 'aria-labelledby': 'ask-title' });
    const content = (
      <form method="dialog">
        <h2 id="ask-title">{title}</h2>
        <p class="ask-about">{about}</p>
        {fields}
        <div class="ask-answers">
          <button type="button" class="quiet" onClick={() => dialog.close('')}>
            {no}
          </button>
          <button value="yes">{yes}</button>
        </div>
      </form>
    );
    dialog.addEventListener('close', () => {
      const form = dialog.querySelector('form');
      const answer =
        dialog.returnValue === '' || !form ? null : { fields: new FormData(form), button: dialog.returnValue };
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    render(content, dialog);
    dialog.showModal();
  });
}

/** A text of the answer; empty where it is not there. */
export function textOf({ fields }: Answer, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
