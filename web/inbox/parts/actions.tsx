import { h, type ComponentChild } from 'preact';
import { KEYS } from '../models/keys.js';
import { KINDS, type Kind } from '../models/moves.js';
import type { Ui } from '../ui.js';

interface Props {
  ui: Ui;
  /** What can be done. */
  kinds: readonly Kind[];
  act: (kind: Kind) => void;
}

/** A button for each thing that can be done, with its key. */
export function Actions({ ui, kinds, act }: Props): ComponentChild {
  const { actions: words } = ui.texts;
  const isSaving = ui.news?.phase === 'saving';
  return (
    <div class="actions" role="group" aria-label={words.label}>
      {KINDS.filter((kind) => kinds.includes(kind)).map((kind) => (
        <button
          key={kind}
          type="button"
          class={kind === 'done' ? 'primary' : ''}
          aria-keyshortcuts={KEYS[kind]}
          aria-disabled={isSaving}
          onClick={() => act(kind)}
        >
          {words[kind]} <kbd aria-hidden="true">{KEYS[kind]}</kbd>
        </button>
      ))}
    </div>
  );
}
