import type { SearchResult } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { snippetOf } from '../models/snippet.js';
import { whyFound } from '../models/why.js';
import type { Ui } from '../ui.js';

/** A text that was found: its words, why they were found, and a way to where they stand. */
export function Result({ ui, found }: { ui: Ui; found: SearchResult }): ComponentChild {
  const { texts, format, view, show } = ui;
  const { result: words } = texts;
  const { source_kind, sender, created_at, text, highlights, source_url, conversation_global_id: conversation } = found;
  return (
    <li class="result">
      <p class="result-head">
        <span class="result-kind">{sender === null ? words.kinds[source_kind] : words.by[sender]}</span>{' '}
        <time class="hint" dateTime={created_at}>
          {format.time(created_at)}
        </time>
      </p>
      <blockquote>
        {snippetOf(text, highlights).map((piece, n) =>
          piece.marked ? <mark key={n}>{piece.text}</mark> : <span key={n}>{piece.text}</span>,
        )}
      </blockquote>
      <p class="hint">{words.why(whyFound(found, texts, format).join(', '))}</p>
      <p class="result-ways">
        {source_url !== null && (
          <a href={source_url} target="_blank" rel="noopener noreferrer">
            {words.open}
          </a>
        )}
        {conversation !== null && conversation !== view.conversation && (
          <button type="button" onClick={() => show({ conversation, topK: 10 })}>
            {words.inConversation}
          </button>
        )}
      </p>
    </li>
  );
}
