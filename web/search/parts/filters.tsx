import { h, type ComponentChild } from 'preact';
import { isFiltered, MODES, SENDERS, SOURCE_KINDS, unfiltered, type View } from '../models/view.js';
import type { Ui } from '../ui.js';

/** What of all that is found is shown, with how many there are of each kind. */
export function Filters({ ui }: { ui: Ui }): ComponentChild {
  const { texts, format, view, answer, show } = ui;
  const { filters: words } = texts;
  const facets = answer?.data?.facets;
  const counted = (name: string, count: number | undefined) =>
    count === undefined ? name : words.counted(name, format.number(count));
  return (
    <div class="search-filters" role="group" aria-label={words.title}>
      <Choice
        label={words.kind}
        chosen={view.source_kind}
        options={[
          ['', words.any],
          ...SOURCE_KINDS.map((kind) => [kind, counted(words.kinds[kind], facets?.source_kind[kind])] as const),
        ]}
        choose={(source_kind) => show({ source_kind, topK: 10 })}
      />
      <Choice
        label={words.sender}
        chosen={view.sender}
        options={[
          ['', words.anyone],
          ...SENDERS.map((side) => [side, counted(words.senders[side], facets?.sender[side])] as const),
        ]}
        choose={(sender) => show({ sender, topK: 10 })}
      />
      <Day label={words.from} value={view.from} choose={(from) => show({ from })} />
      <Day label={words.to} value={view.to} choose={(to) => show({ to })} />
      <Choice
        label={words.mode}
        chosen={view.mode}
        options={MODES.map((mode) => [mode, words.modes[mode]] as const)}
        choose={(mode) => show({ mode })}
      />
      {view.conversation !== '' && <p class="pill">{words.conversation}</p>}
      {isFiltered(view) && (
        <button type="button" onClick={() => show(unfiltered)}>
          {words.clear}
        </button>
      )}
    </div>
  );
}

function Choice<T extends View['source_kind'] | View['sender'] | View['mode']>(props: {
  label: string;
  chosen: T;
  options: readonly (readonly [T, string])[];
  choose: (value: T) => void;
}): ComponentChild {
  const { label, chosen, options, choose } = props;
  const change = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const option = options.find(([one]) => one === value);
    if (option) choose(option[0]);
  };
  return (
    <label class="filter">
      <span>{label}</span>
      <select onChange={change}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day(props: { label: string; value: string; choose: (day: string) => void }): ComponentChild {
  return (
    <label class="filter">
      <span>{props.label}</span>
      <input
        type="date"
        value={props.value}
        onChange={(event: Event) => props.choose((event.currentTarget as HTMLInputElement).value)}
      />
    </label>
  );
}
