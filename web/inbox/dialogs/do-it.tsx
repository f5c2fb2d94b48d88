import { problemText } from '../../client/api-problem.js';
import type { ActionPreview, NewActionBody } from '../../client/published.js';
import { element } from '../../shared/element.js';
import { Fragment, h, render, type ComponentChild } from 'preact';
import type { Recommendation } from '../models/recommendation.js';
import type { OutboxBook } from '../outbox-book.js';
import type { Texts } from '../texts/index.js';

type Kind = ActionPreview['kind'];

export interface DoItOptions {
  one: Recommendation;
  outbox: OutboxBook;
  texts: Texts;
  /** The message as the person has edited it; null: they have not. */
  edited: string | null;
}

/**
 * Asks what is to be done about one, shows what would be sent, and sends it. What was said then; null: nothing was
 * sent.
 */
export function askDoIt(options: DoItOptions): Promise<string | null> {
  return new Promise((resolve) => new DoItDialog(options, resolve).open());
}

/** A key that no other action has, in insecure contexts too, where there is no randomUUID. */
const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-');

class DoItDialog {
  private readonly dialog = element('dialog', { class: 'ask ask-form do-it', 'aria-labelledby': 'do-it-title' });
  /** The kind that the person has chosen, whose draft may be on its way. */
  private chosen: Kind | null = null;
  private preview: ActionPreview | null = null;
  private problem: unknown = null;
  private isSending = false;
  /** What was sent last, and under which key: the same again is the same action. */
  private last = { content: '', key: '' };
  private said: string | null = null;

  constructor(
    private readonly options: DoItOptions,
    resolve: (said: string | null) => void,
  ) {
    this.dialog.addEventListener('close', () => {
      this.dialog.remove();
      resolve(this.said);
    });
  }

  open(): void {
    document.body.append(this.dialog);
    this.draw();
    this.dialog.showModal();
    const [first] = this.kinds;
    if (first !== undefined) void this.choose(first);
  }

  private get words(): Words {
    return this.options.texts.outbox.dialog;
  }

  private get kinds(): Kind[] {
    return Object.keys(this.options.texts.outbox.kinds) as Kind[];
  }

  private async choose(kind: Kind): Promise<void> {
    this.chosen = kind;
    this.preview = null;
    this.problem = null;
    this.draw();
    try {
      const preview = await this.options.outbox.preview(kind, this.options.one);
      // An answer that comes late is of a kind that is not chosen any more.
      if (this.chosen === kind) this.preview = preview;
    } catch (problem) {
      if (this.chosen === kind) this.problem = problem;
    }
    this.draw();
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const { preview } = this;
    if (preview === null || this.isSending) return;
    const action = actionOf(preview, new FormData(form));
    const content = JSON.stringify(action);
    if (content !== this.last.content) this.last = { content, key: newKey() };
    this.isSending = true;
    this.problem = null;
    this.draw();
    try {
      await this.options.outbox.send(this.options.one, action, this.last.key);
      const { drafted, saved, sent } = this.words;
      this.said = action.draft ? drafted : preview.kind === 'reminder' ? saved : sent;
      this.dialog.close();
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.isSending = false;
      this.draw();
    }
  }

  private draw(): void {
    const { words, preview, problem } = this;
    const { one, texts } = this.options;
    const submit = (event: Event & { currentTarget: HTMLFormElement }) => {
      event.preventDefault();
      void this.send(event.currentTarget);
    };
    render(
      <form onSubmit={submit}>
        <h2 id="do-it-title">{words.title}</h2>
        <p class="ask-about">{`${one.project_name}: ${one.title}`}</p>
        <label class="ask-field">
          <span>{words.kind}</span>
          <select name="kind" onChange={(event) => void this.choose(event.currentTarget.value as Kind)}>
            {this.kinds.map((kind) => (
              <option key={kind} value={kind}>
                {texts.outbox.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        {preview === null ? problem === null ? <p class="loading">{words.loading}</p> : null : this.fields(preview)}
        {problem === null ? null : (
          <p class="bad" role="alert">
            {problemText(problem, texts.bar.problems)}
          </p>
        )}
        <div class="ask-answers">
          <button type="button" class="quiet" onClick={() => this.dialog.close()}>
            {words.cancel}
          </button>
          <button disabled={preview === null || !canSend(preview)} aria-disabled={this.isSending}>
            {this.isSending ? words.sending : buttonOf(preview, words)}
          </button>
        </div>
      </form>,
      this.dialog,
    );
  }

  private fields(preview: ActionPreview): ComponentChild {
    const { words } = this;
    const { kind, title, targets, lacking } = preview;
    if (lacking !== null) return <p class="notice">{lacking}</p>;
    if (kind !== 'reminder' && targets.length === 0) return <p class="notice">{words.noTarget}</p>;
    const text = preview.reaches_client ? (this.options.edited ?? preview.text) : preview.text;
    return (
      <Fragment key={kind}>
        {targets.length === 0 ? null : (
          <label class="ask-field">
            <span>{words.target}</span>
            <select name="target">
              {targets.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        {title === null ? null : (
          <label class="ask-field">
            <span>{words.heading}</span>
            <input name="title" defaultValue={title} maxLength={200} required />
          </label>
        )}
        <label class="ask-field">
          <span>{words.text}</span>
          <textarea name="text" rows={7} maxLength={10_000} required defaultValue={text} />
          <small>{words.language[preview.locale]}</small>
        </label>
        {kind === 'reminder' ? <DueAt words={words} /> : <Reach words={words} preview={preview} />}
      </Fragment>
    );
  }
}

type Words = Texts['outbox']['dialog'];

const DueAt = ({ words }: { words: Words }): ComponentChild => (
  <label class="ask-field">
    <span>{words.dueAt}</span>
    <input type="datetime-local" name="due_at" required />
  </label>
);

/** Who gets to see it; what the client gets takes a word of its own. */
const Reach = ({ words, preview }: { words: Words; preview: ActionPreview }): ComponentChild =>
  !preview.allowed ? (
    <p class="notice">{words.notAllowed}</p>
  ) : preview.reaches_client ? (
    <label class="ask-check">
      <input type="checkbox" name="confirm" required />
      <span>{words.client}</span>
    </label>
  ) : (
    <p class="hint">{words.internal}</p>
  );

const canSend = ({ kind, lacking, targets }: ActionPreview): boolean =>
  lacking === null && (kind === 'reminder' || targets.length > 0);

/** What is not allowed can be drafted. */
const buttonOf = (preview: ActionPreview | null, words: Words): string =>
  preview?.kind === 'reminder' ? words.save : preview?.allowed === false ? words.draft : words.send;

function actionOf({ kind, title, reaches_client, allowed }: ActionPreview, fields: FormData): NewActionBody {
  const of = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const target = of('target');
  return {
    kind,
    text: of('text'),
    ...(target === '' ? {} : { target }),
    ...(title === null ? {} : { title: of('title') }),
    // The field has the person's own time; the server takes it with its zone.
    ...(kind === 'reminder' ? { due_at: new Date(of('due_at')).toISOString() } : {}),
    ...(allowed ? {} : { draft: true }),
    ...(allowed && reaches_client ? { confirm: of('confirm') !== '' } : {}),
  };
}
