import { problemText } from '../../client/api-problem.js';
import { h, type ComponentChild } from 'preact';
import { KEYS } from '../models/keys.js';
import { outcomeText } from '../models/outcome.js';
import type { News, Ui } from '../ui.js';
import { canUndo } from '../worklist.js';

/** What became of the last action, and the way back. It is there before it speaks, so that screen readers hear it. */
export function NewsBar({ ui }: { ui: Ui }): ComponentChild {
  const { news } = ui;
  return (
    <div class={`news ${news === null ? '' : `news-${news.phase}`}`}>
      <p role="status">{news === null ? '' : textOf(ui, news)}</p>
      {news === null || news.phase === 'saving' ? null : (
        <div class="actions">
          {buttonsOf(ui, news)}
          <button type="button" onClick={ui.closeNews}>
            {ui.texts.actions.close}
          </button>
        </div>
      )}
    </div>
  );
}

function textOf({ texts, format }: Ui, news: News): string {
  switch (news.phase) {
    case 'saving':
      return texts.actions.saving;
    case 'saved':
      return outcomeText(news.outcome, texts, format);
    case 'failed':
      return texts.outcome.failed(problemText(news.problem, texts.bar.problems));
    case 'told':
      return news.text;
  }
}

function buttonsOf({ texts: { actions: words }, undo }: Ui, news: News): ComponentChild {
  if (news.phase === 'failed')
    return (
      <button type="button" class="primary" onClick={() => void news.again()}>
        {words.tryAgain}
      </button>
    );
  if (news.phase !== 'saved' || !canUndo(news.outcome)) return null;
  return (
    <button type="button" class="primary" aria-keyshortcuts={KEYS.undo} onClick={undo}>
      {words.undo} <kbd aria-hidden="true">{KEYS.undo}</kbd>
    </button>
  );
}
