import { h, type ComponentChild } from 'preact';
import type { Ui } from '../ui.js';
import { feedContent, Section } from './section.js';

/** Who writes in the project's conversations. */
export function People({ ui }: { ui: Ui }): ComponentChild {
  const { texts, format, now, feeds } = ui;
  const { people: words } = texts;
  return (
    <Section id="people" title={words.title}>
      {feedContent(ui, feeds.parts.people, (people) =>
        people.length === 0 ? (
          <p class="hint">{words.none}</p>
        ) : (
          <ul class="people">
            {people.map(({ name, side, messages, last_at }) => (
              <li key={`${side} ${name ?? ''} ${last_at}`}>
                <p>
                  <span class="person">{name ?? words.unnamed}</span>{' '}
                  <span class={`pill ${side === 'client' ? '' : 'pill-quiet'}`}>{words[side]}</span>
                </p>
                <p class="hint">{words.wrote(messages, format.number(messages), format.fromNow(last_at, now))}</p>
              </li>
            ))}
          </ul>
        ),
      )}
    </Section>
  );
}
