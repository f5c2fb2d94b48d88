import { problemText } from '../../client/api-problem.js';
import type { DigestSubscription } from '../../client/published.js';
import { confirmed } from '../../shared/confirm-dialog.js';
import { Component, h, type ComponentChild } from 'preact';
import type { Scope } from '../desk.js';
import { faultOf } from '../models/cure.js';
import { changeBodyOf, enteredOf, type Entered } from '../models/entered.js';
import type { Ui } from '../ui.js';
import { Fields, Problem } from './fields.js';

interface Props {
  ui: Ui;
  subscription: DigestSubscription;
  scopes: readonly Scope[];
}

interface State {
  /** Null: it is not being changed. */
  entered: Entered | null;
  busy: boolean;
  problem: unknown;
}

/** Where a digest goes and when, with a test, a pause, a change and its end. */
export class One extends Component<Props, State> {
  override state: State = { entered: null, busy: false, problem: null };

  override render(): ComponentChild {
    const { ui, subscription } = this.props;
    const { list: words, channels } = ui.texts;
    const { id, name, channel, target, paused, paused_because: why } = subscription;
    const said = ui.desk.said.get(id);
    return (
      <li class="subscription">
        <p class="subscription-head">
          <strong>{name}</strong>
          <span class={`pill pill-${paused ? 'warning' : 'good'}`}>{paused ? words.paused : words.active}</span>
        </p>
        <p>
          {channels[channel]}: {target}
        </p>
        <p class="hint">{this.when()}</p>
        {why === 'gone' && <p class="notice">{words.gone}</p>}
        <p class="subscription-buttons">
          <button type="button" aria-disabled={said === null} onClick={() => void this.test()}>
            {said === null ? words.testing : words.test}
          </button>
          <button type="button" aria-expanded={this.state.entered !== null} onClick={() => this.toggle()}>
            {words.change}
          </button>
          <button type="button" onClick={() => void this.pause()}>
            {paused ? words.resume : words.pause}
          </button>
          <button type="button" onClick={() => void this.remove()}>
            {words.remove}
          </button>
        </p>
        {said && (
          <p class={said.good ? '' : 'bad'} role="status">
            {said.text}
          </p>
        )}
        {this.form()}
      </li>
    );
  }

  private when(): string {
    const { ui, subscription } = this.props;
    const { list: words, form } = ui.texts;
    const { period, days, hour, time_zone, quiet_hours, told_until } = subscription;
    const named = days.map((day) => form.weekdays[day]).join(', ');
    return [
      words.when(form.periods[period], named, `${String(hour).padStart(2, '0')}:00`, time_zone),
      ...(quiet_hours === null ? [] : [words.quiet(quiet_hours.start, quiet_hours.end)]),
      told_until === null ? words.nothingTold : words.told(ui.format.day(told_until)),
    ].join(' · ');
  }

  private form(): ComponentChild {
    const { ui, subscription, scopes } = this.props;
    const { form: words } = ui.texts;
    const { entered, busy, problem } = this.state;
    if (entered === null) return null;
    return (
      <form class="subscription-form" onSubmit={(event: Event) => void this.save(event, entered)}>
        <Fields
          ui={ui}
          id={subscription.id}
          entered={entered}
          enter={(next) => this.setState({ entered: next })}
          scopes={scopes}
          change
        />
        <Problem ui={ui} problem={problem} />
        <p class="subscription-buttons">
          <button type="submit" class="primary" aria-disabled={busy}>
            {busy ? words.saving : words.save}
          </button>
          <button type="button" onClick={() => this.toggle()}>
            {ui.texts.page.no}
          </button>
        </p>
      </form>
    );
  }

  private toggle(): void {
    const { subscription } = this.props;
    this.setState({ entered: this.state.entered === null ? enteredOf(subscription) : null, problem: null });
  }

  private async save(event: Event, entered: Entered): Promise<void> {
    event.preventDefault();
    const { ui, subscription } = this.props;
    if (this.state.busy) return;
    this.setState({ busy: true, problem: null });
    try {
      await ui.desk.change(subscription.id, changeBodyOf(entered));
      ui.announce(ui.texts.form.saved);
      this.setState({ entered: null });
    } catch (problem) {
      this.setState({ problem });
    }
    this.setState({ busy: false });
  }

  private test(): Promise<void> {
    const { list: words, cures } = this.props.ui.texts;
    return this.act(async () => {
      const error = await this.props.ui.desk.test(this.props.subscription.id);
      return error === null
        ? { text: words.tested, good: true }
        : { text: `${words.refused(error)} ${cures[faultOf(error)]}`, good: false };
    });
  }

  private pause(): Promise<void> {
    const { ui, subscription } = this.props;
    const { list: words } = ui.texts;
    return this.act(async () => {
      await ui.desk.change(subscription.id, { paused: !subscription.paused });
      return { text: subscription.paused ? words.resumed : words.pausedNow, good: true };
    });
  }

  private async remove(): Promise<void> {
    const { ui, subscription } = this.props;
    const { list: words, page } = ui.texts;
    const question = {
      title: words.removeAsk(subscription.name),
      text: [words.removeText],
      yes: words.remove,
      no: page.no,
    };
    if (!(await confirmed(question))) return;
    await this.act(async () => {
      await ui.desk.remove(subscription.id);
      ui.announce(words.removed(subscription.name));
      return { text: words.removed(subscription.name), good: true };
    });
  }

  private act(work: Parameters<Ui['desk']['run']>[1]): Promise<void> {
    const { ui, subscription } = this.props;
    return ui.desk.run(subscription.id, work, (problem) => problemText(problem, ui.texts.bar.problems));
  }
}
