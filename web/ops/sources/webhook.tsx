import { problemText } from '../../client/api-problem.js';
import type { ProjectSource } from '../../client/published.js';
import { vendorName } from '../../shared/vendor-name.js';
import { Component, h, type ComponentChild } from 'preact';
import { pill } from '../panels/parts.js';
import { SERVERS } from '../ui.js';
import type { FormProps } from './form.js';
import { withSecret } from './wanted.js';

interface State {
  secret: string;
  busy: boolean;
  problem: unknown;
}

/** How to have a vendor tell of changes as they happen, step by step, and where its secret is stored. */
export class Webhook extends Component<FormProps, State> {
  override state: State = { secret: '', busy: false, problem: null };

  override render(): ComponentChild {
    const { ui, listed } = this.props;
    const { webhook: words } = ui.texts.sources;
    const { source, connector } = listed;
    if (source === null) return <p class="hint">{words.sourceFirst}</p>;
    const own = words.steps[connector];
    const [place = '', , events = '', secret = ''] = source.webhook_steps;
    const told = (text: string | undefined, server: string) =>
      text === undefined ? <p {...SERVERS}>{server}</p> : <p>{text}</p>;
    return (
      <div>
        <p>
          {source.has_webhook_secret ? pill('good', words.on) : pill('quiet', words.off)}{' '}
          <span class="hint">{words.about(vendorName(connector))}</span>
        </p>
        <ol class="source-steps">
          <li>{told(own?.place, place)}</li>
          <li>{this.address(source)}</li>
          <li>{told(own?.events, events)}</li>
          <li>{told(own?.secret, secret)}</li>
          <li>{this.form(source)}</li>
        </ol>
      </div>
    );
  }

  private address({ webhook_path }: ProjectSource): ComponentChild {
    const { ui, desk } = this.props;
    const { sources, step } = ui.texts;
    const address = desk.addressOf(webhook_path);
    return (
      <div>
        <p>{sources.webhook.address}</p>
        <p class="copy">
          <code>{address}</code>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              navigator.clipboard.writeText(address).then(
                () => ui.announce(step.copied),
                () => ui.announce(step.copyFailed),
              );
            }}
          >
            {step.copy}
          </button>
        </p>
        <p class="hint">{sources.webhook.reachable}</p>
      </div>
    );
  }

  private form(source: ProjectSource): ComponentChild {
    const { ui } = this.props;
    const { sources, bar } = ui.texts;
    const { secret, busy, problem } = this.state;
    return (
      <form class="source-fields" onSubmit={(event: Event) => void this.store(event, source)}>
        <label class="filter">
          <span>{sources.webhook.secret}</span>
          <input
            name="webhook_secret"
            type="password"
            autocomplete="off"
            required
            minLength={8}
            value={secret}
            onInput={(event: Event) => this.setState({ secret: (event.currentTarget as HTMLInputElement).value })}
          />
        </label>
        <button type="submit" class="quiet" aria-disabled={busy}>
          {busy ? sources.saving : sources.webhook.store}
        </button>
        {problem !== null && (
          <p class="bad" role="alert">
            {problemText(problem, { ...bar.problems, ...sources.problems })}
          </p>
        )}
      </form>
    );
  }

  private async store(event: Event, source: ProjectSource): Promise<void> {
    event.preventDefault();
    const { ui, desk, listed } = this.props;
    if (this.state.busy) return;
    this.setState({ busy: true, problem: null });
    try {
      await desk.save(listed.connector, withSecret(source, this.state.secret));
      this.setState({ secret: '' });
      ui.announce(ui.texts.sources.webhook.stored);
    } catch (problem) {
      this.setState({ problem });
    }
    this.setState({ busy: false });
  }
}
