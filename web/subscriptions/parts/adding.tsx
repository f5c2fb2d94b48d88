import { confirmed } from '../../shared/confirm-dialog.js';
import { Component, h, type ComponentChild } from 'preact';
import type { Scope } from '../desk.js';
import { fresh, newBodyOf, type Entered } from '../models/entered.js';
import type { Ui } from '../ui.js';
import { Fields, Problem } from './fields.js';

interface Props {
  ui: Ui;
  scopes: readonly Scope[];
}

interface State {
  entered: Entered;
  busy: boolean;
  problem: unknown;
  /** What the last one signs with, shown this once. */
  secret: string | null;
  made: boolean;
}

/** The form for one more subscription, and the secret of the one that was made. */
export class Adding extends Component<Props, State> {
  override state: State = { entered: this.fresh(), busy: false, problem: null, secret: null, made: false };

  override render(): ComponentChild {
    const { ui, scopes } = this.props;
    const { form: words } = ui.texts;
    const { entered, busy, problem, made } = this.state;
    return (
      <section class="panel" aria-labelledby="adding-title">
        <h2 id="adding-title">{words.add}</h2>
        {made && this.made()}
        <form onSubmit={(event: Event) => void this.submit(event)}>
          <Fields
            ui={ui}
            id="new"
            entered={entered}
            enter={(next) => this.setState({ entered: next })}
            scopes={scopes}
            change={false}
          />
          <p class="hint">{words.whatIsSent}</p>
          <Problem ui={ui} problem={problem} />
          <button type="submit" class="primary" aria-disabled={busy}>
            {busy ? words.saving : words.make}
          </button>
        </form>
      </section>
    );
  }

  private made(): ComponentChild {
    const { ui } = this.props;
    const { form: words } = ui.texts;
    const { secret } = this.state;
    return (
      <div class="subscription-made" role="status">
        <p>{words.made}</p>
        {secret !== null && (
          <p>
            {words.secret} <code>{secret}</code>{' '}
            <button
              type="button"
              class="quiet"
              onClick={() =>
                void navigator.clipboard.writeText(secret).then(
                  () => ui.announce(words.copied),
                  () => ui.announce(words.copyFailed),
                )
              }
            >
              {words.copy}
            </button>
          </p>
        )}
      </div>
    );
  }

  private fresh(): Entered {
    const { ui, scopes } = this.props;
    const { language } = ui.format;
    return fresh(scopes[0]?.id ?? '', language, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const { ui } = this.props;
    const { entered, busy } = this.state;
    const { form: words, page } = ui.texts;
    if (busy) return;
    const question = {
      title: words.makeAsk(entered.name.trim()),
      text: [words.makeText],
      yes: words.make,
      no: page.no,
    };
    if (!(await confirmed(question))) return;
    this.setState({ busy: true, problem: null, made: false, secret: null });
    try {
      const secret = await ui.desk.make(newBodyOf(entered));
      ui.announce(words.made);
      this.setState({ entered: this.fresh(), made: true, secret });
    } catch (problem) {
      this.setState({ problem });
    }
    this.setState({ busy: false });
  }
}
