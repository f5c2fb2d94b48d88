import { ApiProblem, problemText } from '../../client/api-problem.js';
import { h, type ComponentChild } from 'preact';
import type { Scope } from '../desk.js';
import { CHANNELS, PERIODS, WEEKDAYS, withDay, withPeriod, type Entered } from '../models/entered.js';
import type { Ui } from '../ui.js';

interface Props {
  ui: Ui;
  /** Tells the fields of several forms apart. */
  id: string;
  entered: Entered;
  enter: (entered: Entered) => void;
  scopes: readonly Scope[];
  /** Whether there is one already, of which some things can't be changed. */
  change: boolean;
}

/** What a subscription is made of: whom it reaches, and when. */
export function Fields(props: Props): ComponentChild {
  const { ui, entered, enter, scopes, change } = props;
  const { form: words } = ui.texts;
  const hours = Array.from(
    { length: 24 },
    (_none, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`] as const,
  );
  return (
    <div class="subscription-fields">
      <Text
        label={words.name}
        name="name"
        value={entered.name}
        required
        enter={(name) => enter({ ...entered, name })}
      />
      {!change && (
        <Choice
          label={words.channel}
          chosen={entered.channel}
          options={CHANNELS.map((channel) => [channel, ui.texts.channels[channel]] as const)}
          choose={(value) => enter({ ...entered, channel: CHANNELS.find((one) => one === value) ?? 'slack' })}
        />
      )}
      <Text
        label={words.addresses[entered.channel]}
        name="address"
        value={entered.address}
        required={!change}
        hint={change ? words.addressStays : words.addressHints[entered.channel]}
        enter={(address) => enter({ ...entered, address })}
      />
      {!change && scopes.length > 1 && (
        <Choice
          label={words.scope}
          chosen={entered.scopeId}
          options={scopes.map(({ id, project }) => [id, words.scopeOf(project ?? id.slice(0, 8))] as const)}
          choose={(scopeId) => enter({ ...entered, scopeId })}
        />
      )}
      <Choice
        label={words.period}
        chosen={entered.period}
        options={PERIODS.map((period) => [period, words.periods[period]] as const)}
        choose={(value) => enter(withPeriod(entered, PERIODS.find((one) => one === value) ?? 'day'))}
      />
      <Days {...props} />
      <Choice
        label={words.hour}
        chosen={String(entered.hour)}
        options={hours}
        choose={(hour) => enter({ ...entered, hour: Number(hour) })}
      />
      <Text
        label={words.timeZone}
        name="time_zone"
        value={entered.timeZone}
        required
        hint={words.timeZoneHint}
        enter={(timeZone) => enter({ ...entered, timeZone })}
      />
      <Choice
        label={words.language}
        chosen={entered.locale}
        options={[
          ['en', 'English'],
          ['ru', 'Русский'],
        ]}
        choose={(locale) => enter({ ...entered, locale: locale === 'ru' ? 'ru' : 'en' })}
      />
      <Quiet {...props} />
    </div>
  );
}

/** Several days of a daily digest, one of a weekly one. */
function Days({ ui, id, entered, enter }: Props): ComponentChild {
  const { form: words } = ui.texts;
  const weekly = entered.period === 'week';
  return (
    <fieldset class="subscription-days">
      <legend>{weekly ? words.day : words.days}</legend>
      {WEEKDAYS.map((day) => (
        <label key={day}>
          <input
            type={weekly ? 'radio' : 'checkbox'}
            name={`days-${id}`}
            checked={entered.days.includes(day)}
            onChange={(event: Event) => enter(withDay(entered, day, (event.currentTarget as HTMLInputElement).checked))}
          />
          {words.weekdays[day]}
        </label>
      ))}
    </fieldset>
  );
}

function Quiet({ ui, entered, enter }: Props): ComponentChild {
  const { form: words } = ui.texts;
  const time = (label: string, value: string, change: (value: string) => Entered) => (
    <label class="filter">
      <span>{label}</span>
      <input
        type="time"
        required
        value={value}
        onChange={(event: Event) => enter(change((event.currentTarget as HTMLInputElement).value))}
      />
    </label>
  );
  return (
    <fieldset class="subscription-quiet">
      <legend>{words.quiet}</legend>
      <label>
        <input
          type="checkbox"
          checked={entered.quiet}
          onChange={(event: Event) => enter({ ...entered, quiet: (event.currentTarget as HTMLInputElement).checked })}
        />
        {words.quietOn}
      </label>
      {entered.quiet && [
        time(words.quietFrom, entered.quietStart, (quietStart) => ({ ...entered, quietStart })),
        time(words.quietTo, entered.quietEnd, (quietEnd) => ({ ...entered, quietEnd })),
      ]}
    </fieldset>
  );
}

interface TextProps {
  label: string;
  name: string;
  value: string;
  required: boolean;
  hint?: string;
  enter: (value: string) => void;
}

function Text({ label, name, value, required, hint, enter }: TextProps): ComponentChild {
  return (
    <label class="filter">
      <span>{label}</span>
      <input
        name={name}
        autocomplete="off"
        required={required}
        value={value}
        onInput={(event: Event) => enter((event.currentTarget as HTMLInputElement).value)}
      />
      {hint !== undefined && <small class="hint">{hint}</small>}
    </label>
  );
}

interface ChoiceProps {
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, text: string])[];
  choose: (value: string) => void;
}

export function Choice({ label, chosen, options, choose }: ChoiceProps): ComponentChild {
  return (
    <label class="filter">
      <span>{label}</span>
      <select onChange={(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Why it was refused, field by field where the page has words of its own for the whole. */
export function Problem({ ui, problem }: { ui: Ui; problem: unknown }): ComponentChild {
  if (problem === null) return null;
  const { bar, form: words } = ui.texts;
  const own = problem instanceof ApiProblem && words.problems[problem.code] !== undefined;
  const faults = own ? problem.inputFaults : [];
  return (
    <div class="notice" role="alert">
      <p>{problemText(problem, { ...bar.problems, ...words.problems })}</p>
      {faults.map(({ path, problem: text }) => (
        <p key={path} lang="en">
          <code>{path}</code> {text}
        </p>
      ))}
    </div>
  );
}
