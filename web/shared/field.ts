import { element } from './element.js';

/** An input under its label. */
export function field(label: string, input: HTMLInputElement): HTMLElement {
  return element('div', { class: 'bar-field' }, element('label', { for: input.id }, label), input);
}
