import type { AnswerOf, SimilarCase } from '../../client/published.js';
import { h, type ComponentChild } from 'preact';
import { addressOf, type Ui } from '../ui.js';
import { feedContent, Section } from './section.js';

const SHOWN_CASES = 3;

/** Projects that were in a similar place, and what came of it. */
export function Similar({ ui }: { ui: Ui }): ComponentChild {
  return (
    <Section id="similar" title={ui.texts.similar.title}>
      {feedContent(ui, ui.feeds.parts.similar, (cases) => drawn(ui, cases))}
    </Section>
  );
}

function drawn(ui: Ui, { all, followed }: AnswerOf<'listSimilarCases'>): ComponentChild {
  const { texts, format } = ui;
  const { similar: words, labels } = texts;
  if (all.length === 0) return <p class="hint">{words.none}</p>;
  const share = ({ came, of }: { came: number; of: number }) => format.percent(of === 0 ? 0 : came / of);
  const seen = followed.filter(({ cases }) => cases.of > 0 && cases.came > 0);
  return (
    <div key="similar">
      {seen.length > 0 && (
        <ul class="followed">
          {seen.map(({ risk_type, cases, usual }) => (
            <li key={risk_type}>
              {words.sum(format.number(cases.came), format.number(cases.of), labels.risks[risk_type], share(usual))}
            </li>
          ))}
        </ul>
      )}
      <ul class="cases">
        {all.slice(0, SHOWN_CASES).map((one) => (
          <Case key={`${one.case_project_id} ${one.window_end}`} ui={ui} similar={one} />
        ))}
      </ul>
    </div>
  );
}

function Case({ ui: { texts, format }, similar }: { ui: Ui; similar: SimilarCase }): ComponentChild {
  const { similar: words, labels } = texts;
  const { case_project_id, case_project_name, window_end, similarity_score, why_similar, outcomes_seen } = similar;
  return (
    <li class="case">
      <h3>
        <a href={addressOf(`projects/${encodeURIComponent(case_project_id)}`)}>{case_project_name}</a>
      </h3>
      <p class="hint">{`${words.at(format.date(window_end))} · ${words.alike(format.percent(similarity_score))}`}</p>
      <ul class="reasons">
        {why_similar.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      {outcomes_seen.length === 0 ? (
        <p class="hint">{words.nothing}</p>
      ) : (
        outcomes_seen.map(({ outcome_type, occurred_on }) => (
          <p key={`${outcome_type} ${occurred_on}`} class="case-outcome">
            {words.followed(labels.risks[outcome_type], format.date(occurred_on))}
          </p>
        ))
      )}
    </li>
  );
}
