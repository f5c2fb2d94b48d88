import { ApiProblem, problemText } from '../../client/api-problem.js';
import type { ListedSource } from '../../client/published.js';
import { confirmed } from '../../shared/confirm-dialog.js';
import { vendorName } from '../../shared/vendor-name.js';
import { Component, h, type ComponentChild } from 'preact';
import { SERVERS, type Ui } from '../ui.js';
import type { SourceDesk } from './desk.js';
import { leavingWords } from './leaving.js';
import { bodyOf, enteredOf, type Entered } from './wanted.js';

export interface FormProps {
  ui: Ui;
  listed: ListedSource;
  desk: SourceDesk;
}

interface State {
  entered: Entered;
  busy: 'preview' | 'save' | null;
  /**
   * What would leave, by table, with what was entered then; null: not looked at yet, or something else was entered
   * since.
   */
  leaving: Record<string, number> | null;
  problem: unknown;
  saved: boolean;
}

/** Sets a project's own source step by step; what would leave the project is shown before it can be saved. */
export class SourceForm extends Component<FormProps, State> {
  override state: State = {
    entered: enteredOf(this.props.listed),
    busy: null,
    leaving: null,
    problem: null,
    saved: false,
  };

  override render(): ComponentChild {
    const { ui, listed } = this.props;
    const { sources: words } = ui.texts;
    const { busy, leaving, saved } = this.state;
    return (
      <form class="source-form" onSubmit={(event: Event) => void this.submit(event)}>
        <ol class="source-steps">
          <li>
            <h4>{words.steps.account}</h4>
            {this.account()}
          </li>
          <li>
            <h4>{words.steps.narrow}</h4>
            <p class="hint">{words.narrowHint}</p>
            {listed.accepts.filters.map((filter) => this.filter(filter))}
          </li>
          <li>
            <h4>{words.steps.check}</h4>
            <p class="hint">{words.checkHint}</p>
            <button type="submit" value="preview" class="quiet" aria-disabled={busy !== null}>
              {busy === 'preview' ? words.checking : words.check}
            </button>
            {leaving !== null && <Leaving ui={ui} leaving={leaving} />}
          </li>
          <li>
            <h4>{words.steps.save}</h4>
            <button type="submit" value="save" class="primary" aria-disabled={busy !== null || leaving === null}>
              {busy === 'save' ? words.saving : words.save}
            </button>
            {leaving === null && !saved && <p class="hint">{words.checkFirst}</p>}
            {saved && <p role="status">{words.saved(vendorName(listed.connector))}</p>}
          </li>
        </ol>
        {this.problem()}
      </form>
    );
  }

  private account(): ComponentChild {
    const { ui, listed } = this.props;
    const { sources: words } = ui.texts;
    const { connector, source, accepts } = listed;
    const { entered } = this.state;
    return (
      <div class="source-fields">
        <label class="filter">
          <span>{words.accounts[connector] ?? words.account}</span>
          <input
            name="external_id"
            autocomplete="off"
            value={entered.externalId}
            onInput={(event: Event) => this.enter({ externalId: valueOf(event) })}
          />
        </label>
        <p class="hint">{accepts.external_id_optional ? words.accountOptional : words.accountOfServer}</p>
        <label class="filter">
          <span>{words.token}</span>
          <input
            name="api_token"
            type="password"
            autocomplete="off"
            value={entered.token}
            onInput={(event: Event) => this.enter({ token: valueOf(event) })}
          />
        </label>
        <p class="hint">
          {words.tokens[connector]} {source?.has_credentials === true ? words.tokenStays : words.tokenSealed}
        </p>
      </div>
    );
  }

  private filter({ name, of }: ListedSource['accepts']['filters'][number]): ComponentChild {
    const { sources: words } = this.props.ui.texts;
    const { entered } = this.state;
    return (
      <label class="filter" key={name}>
        <span>{words.filters[name] ?? name}</span>
        <input
          name={name}
          autocomplete="off"
          inputMode={of === 'number' ? 'numeric' : 'text'}
          value={entered.filter[name] ?? ''}
          onInput={(event: Event) => this.enter({ filter: { ...entered.filter, [name]: valueOf(event) } })}
        />
      </label>
    );
  }

  private problem(): ComponentChild {
    const { problem } = this.state;
    if (problem === null) return null;
    const { sources: words, bar } = this.props.ui.texts;
    // The server's own words name the fields already.
    const own = problem instanceof ApiProblem && words.problems[problem.code] !== undefined;
    const faults = own ? problem.inputFaults : [];
    return (
      <div class="notice" role="alert">
        <p>{problemText(problem, { ...bar.problems, ...words.problems })}</p>
        {faults.map(({ path, problem: text }) => (
          <p key={path} {...SERVERS}>
            <code>{path}</code> {text}
          </p>
        ))}
      </div>
    );
  }

  /** What would leave was about other values. */
  private enter(change: Partial<Entered>): void {
    this.setState({ entered: { ...this.state.entered, ...change }, leaving: null, saved: false });
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const pressed = (event as SubmitEvent).submitter;
    if (this.state.busy !== null) return;
    if (pressed instanceof HTMLButtonElement && pressed.value === 'save') await this.save();
    else await this.preview();
  }

  private async preview(): Promise<void> {
    const { desk, listed } = this.props;
    const { entered } = this.state;
    this.setState({ busy: 'preview', problem: null });
    try {
      const leaving = await desk.preview(listed.connector, bodyOf(entered, listed));
      if (entered === this.state.entered) this.setState({ leaving });
    } catch (problem) {
      this.setState({ problem });
    }
    this.setState({ busy: null });
  }

  private async save(): Promise<void> {
    const { ui, desk, listed } = this.props;
    const { entered, leaving } = this.state;
    if (leaving === null || !(await this.mayLeave(leaving))) return;
    this.setState({ busy: 'save', problem: null });
    try {
      await desk.save(listed.connector, bodyOf(entered, listed));
      ui.announce(ui.texts.sources.saved(vendorName(listed.connector)));
      this.setState({ saved: true, leaving: null, entered: { ...entered, token: '' } });
    } catch (problem) {
      this.setState({ problem });
    }
    this.setState({ busy: null });
  }

  /** What is lost for good is asked about. */
  private mayLeave(leaving: Record<string, number>): Promise<boolean> {
    const { ui, listed } = this.props;
    const { sources: words, step } = ui.texts;
    const gone = leavingWords(leaving, ui.texts, ui.format);
    if (gone.length === 0) return Promise.resolve(true);
    return confirmed({
      title: words.leaveAsk(vendorName(listed.connector)),
      text: [words.leaveText, gone.join(', ')],
      yes: words.leaveYes,
      no: step.cancel,
    });
  }
}

function Leaving({ ui, leaving }: { ui: Ui; leaving: Record<string, number> }): ComponentChild {
  const { sources: words } = ui.texts;
  const gone = leavingWords(leaving, ui.texts, ui.format);
  return gone.length === 0 ? (
    <p class="source-leaving" role="status">
      {words.nothingLeaves}
    </p>
  ) : (
    <div class="source-leaving notice" role="status">
      <p>{words.leaves}</p>
      <ul>
        {gone.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

const valueOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
