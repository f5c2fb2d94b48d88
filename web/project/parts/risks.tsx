import type { ProjectOverview } from '../../client/published.js';
import { LineChart } from '../../shared/charts/line-chart.js';
import { h, type ComponentChild } from 'preact';
import { driverViews, riskLine, riskViews, type DriverView, type RiskView } from '../models/risks.js';
import type { Forecasts } from '../reading.js';
import type { Ui } from '../ui.js';
import { feedContent, Section } from './section.js';

/** What may go wrong, how likely it is beside what is usual, and what moves it from that. */
export function Risks({ ui, project }: { ui: Ui; project: ProjectOverview }): ComponentChild {
  const { texts, format, feeds } = ui;
  const risks = riskViews(project, texts, format);
  return (
    <Section id="risks" title={texts.risk.title}>
      {risks.length === 0 ? (
        <p class="hint">{texts.risk.none}</p>
      ) : (
        [
          <ul key="risks" class="risks">
            {risks.map((risk) => (
              <OneRisk key={risk.type} ui={ui} project={project} risk={risk} />
            ))}
          </ul>,
          // What only the forecasts tell is said in the list; that they are late or missing, once.
          feedContent(ui, feeds.parts.forecasts, () => null),
        ]
      )}
    </Section>
  );
}

function OneRisk({ ui, project, risk }: { ui: Ui; project: ProjectOverview; risk: RiskView }): ComponentChild {
  const forecasts = ui.feeds.parts.forecasts.state.get().data;
  return (
    <li class="one-risk">
      <div class="risk-said">
        <h3>
          {risk.name} <span class={`pill pill-${risk.tone}`}>{risk.pill}</span>
        </h3>
        {risk.notes.map((note) => (
          <p key={note} class="hint">
            {note}
          </p>
        ))}
        {forecasts && <Drivers ui={ui} risk={risk} forecasts={forecasts} />}
      </div>
      {forecasts && <History ui={ui} project={project} type={risk.type} forecasts={forecasts} />}
    </li>
  );
}

function Drivers({ ui, risk, forecasts }: { ui: Ui; risk: RiskView; forecasts: Forecasts }): ComponentChild {
  const { risk: words } = ui.texts;
  const of = forecasts.forecasts.find(({ risk_type }) => risk_type === risk.type);
  const drivers = driverViews(of?.drivers ?? [], ui.format);
  if (drivers.length === 0) return null;
  const list = (title: string, some: DriverView[]) =>
    some.length > 0 && (
      <div key={title}>
        <h4>{title}</h4>
        <ul class="drivers">
          {some.map((driver) => (
            <li key={driver.words}>
              <span class={driver.raises ? 'points points-worse' : 'points points-better'}>
                {words.points(driver.points)}
              </span>{' '}
              {driver.words}
            </li>
          ))}
        </ul>
      </div>
    );
  return [
    list(
      words.raises,
      drivers.filter(({ raises }) => raises),
    ),
    list(
      words.lowers,
      drivers.filter(({ raises }) => !raises),
    ),
  ];
}

function History(props: {
  ui: Ui;
  project: ProjectOverview;
  type: RiskView['type'];
  forecasts: Forecasts;
}): ComponentChild {
  const { ui, project, type, forecasts } = props;
  const risk = project.risks.find(({ risk_type }) => risk_type === type);
  const line = risk ? riskLine(risk, forecasts, ui.texts, ui.format) : null;
  return (
    line && (
      <figure class="risk-history">
        <figcaption class="hint">{line.title}</figcaption>
        <LineChart data={line} />
      </figure>
    )
  );
}
