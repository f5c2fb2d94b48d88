import { daysTable } from '../../shared/charts/days-table.js';
import { LineChart, type LineData } from '../../shared/charts/line-chart.js';
import { h, type ComponentChild } from 'preact';
import { scoreLines, signalLines, type ScoreLine } from '../models/lines.js';
import { DAYS } from '../models/view.js';
import type { Lines as Series } from '../reading.js';
import type { Ui } from '../ui.js';
import { feedContent, Section } from './section.js';

/** How scores and signals came about, day by day, with what is a warning and what moved them. */
export function Lines({ ui }: { ui: Ui }): ComponentChild {
  return (
    <Section id="lines" title={ui.texts.lines.title} beside={<Range ui={ui} />}>
      {feedContent(ui, ui.feeds.parts.lines, (series) => drawn(ui, series))}
    </Section>
  );
}

function Range({ ui: { texts, format, view, show } }: { ui: Ui }): ComponentChild {
  const { lines: words } = texts;
  const choose = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const days = DAYS.find((one) => String(one) === value);
    if (days !== undefined) show({ days });
  };
  return (
    <label class="filter filter-inline">
      <span>{words.range}</span>
      <select onChange={choose}>
        {DAYS.map((days) => (
          <option key={days} value={days} selected={days === view.days}>
            {words.days(days, format.number(days))}
          </option>
        ))}
      </select>
    </label>
  );
}

function drawn({ texts, format }: Ui, series: Series): ComponentChild {
  const { lines: words } = texts;
  const scores = scoreLines(series, texts, format);
  const signals = signalLines(series, texts, format);
  if (scores.length === 0 && signals.lines.length === 0) return <p class="hint">{words.none}</p>;
  const all = [...scores.map(({ line }) => line), ...signals.lines];
  return (
    <div key="lines">
      <h3>{words.scores}</h3>
      <ul class="charts charts-scores">
        {scores.map((score) => (
          <li key={score.line.title}>
            <Chart line={score.line} />
            {score.moved && <Moved moved={score.moved} />}
          </li>
        ))}
      </ul>
      {signals.lines.length > 0 && <h3>{words.signals}</h3>}
      <ul class="charts">
        {signals.lines.map((line) => (
          <li key={line.title}>
            <Chart line={line} />
          </li>
        ))}
      </ul>
      {signals.unknown.length > 0 && <p class="hint">{words.unknownSignals(signals.unknown.join(', '))}</p>}
      {daysTable(words.asTable, words.day, all)}
    </div>
  );
}

function Chart({ line }: { line: LineData }): ComponentChild {
  return (
    <figure>
      <figcaption>{line.title}</figcaption>
      <LineChart data={line} />
    </figure>
  );
}

function Moved({ moved: { title, by } }: { moved: NonNullable<ScoreLine['moved']> }): ComponentChild {
  return (
    <div class="moved">
      <p class="hint">{title}</p>
      {by.length > 0 && (
        <ul class="moves">
          {by.map(({ text, worse }) => (
            <li key={text} class={worse ? 'move move-worse' : 'move move-better'}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
