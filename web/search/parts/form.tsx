import { distinctNames } from '../../client/session.js';
import { Component, h, type ComponentChild } from 'preact';
import { MAX_QUERY } from '../models/view.js';
import type { Ui } from '../ui.js';

/** What to look for, and in which project. */
export function Form({ ui: { texts, view, projects, show } }: { ui: Ui }): ComponentChild {
  const { form: words } = texts;
  const submit = (event: Event) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    show({ q: text('q'), project_id: text('project_id'), topK: 10 });
  };
  // A project that is not among them, such as one of a link, stays chosen: the server says what is wrong with it.
  const names = distinctNames(projects.data ?? []);
  const choose = (event: Event) => {
    const project_id = (event.currentTarget as HTMLSelectElement).value;
    show({ project_id, conversation: '', topK: 10 });
  };
  return (
    <form class="search-form" role="search" aria-label={words.title} onSubmit={submit}>
      <Words label={words.words} q={view.q} />
      <label class="filter search-project">
        <span>{words.project}</span>
        <select name="project_id" onChange={choose}>
          {!names.has(view.project_id) && (
            <option value={view.project_id} selected>
              {words.choose}
            </option>
          )}
          {[...names].map(([id, name]) => (
            <option key={id} value={id} selected={id === view.project_id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        {words.submit}
      </button>
    </form>
  );
}

/** The box. What is typed stays while other parts are drawn again; another search has its own words in it. */
class Words extends Component<{ label: string; q: string }, { q: string; typed: string }> {
  override state = { q: '', typed: '' };

  static override getDerivedStateFromProps(
    { q }: { q: string },
    state: { q: string },
  ): { q: string; typed: string } | null {
    return q === state.q ? null : { q, typed: q };
  }

  override render(): ComponentChild {
    return (
      <label class="filter search-words">
        <span>{this.props.label}</span>
        <input
          type="search"
          name="q"
          value={this.state.typed}
          maxLength={MAX_QUERY}
          autocomplete="off"
          onInput={(event: Event) => this.setState({ typed: (event.currentTarget as HTMLInputElement).value })}
        />
      </label>
    );
  }
}
