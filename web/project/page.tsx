import { ApiProblem, problemText } from '../client/api-problem.js';
import type { ProjectOverview } from '../client/published.js';
import type { SessionState } from '../client/session.js';
import { h, type ComponentChild } from 'preact';
import { Advice } from './parts/advice.js';
import { Head } from './parts/head.js';
import { Lines } from './parts/lines.js';
import { People } from './parts/people.js';
import { Risks } from './parts/risks.js';
import { Similar } from './parts/similar.js';
import { Sources } from './parts/sources.js';
import { Timeline } from './parts/timeline.js';
import { Work } from './parts/work.js';
import type { Texts } from './texts/index.js';
import { addressOf, type Ui } from './ui.js';

/**
 * Everything below the bar, signed in or not.
 * @param ui null while signed out
 */
export function page(texts: Texts, state: SessionState, ui: Ui | null): ComponentChild {
  switch (state.phase) {
    case 'loading':
      return <p class="loading">{texts.bar.looking}</p>;
    case 'unready':
      // The bar says what is lacking, and has the form for it.
      return null;
    case 'signed_out':
      return (
        <div class="welcome" id="project" tabIndex={-1}>
          <h1>{texts.page.signedOutTitle}</h1>
          <p>{texts.page.signedOut}</p>
        </div>
      );
    case 'unreachable':
    case 'signed_in':
      // Where the server is away the bar says so; what was known stays in sight.
      return ui && content(ui);
  }
}

function content(ui: Ui): ComponentChild {
  const { data, error } = ui.feeds.overview.state.get();
  if (data !== null) return <Project ui={ui} project={data} />;
  if (error === null) return <p class="loading">{ui.texts.page.loading}</p>;
  const code = error instanceof ApiProblem ? error.code : '';
  // What is not an id names no project.
  if (['project_not_found', 'validation_failed', 'not_found'].includes(code)) return <Untold ui={ui} leaving={false} />;
  return code === 'data_leaving' ? <Untold ui={ui} leaving /> : <Away ui={ui} />;
}

function Project({ ui, project }: { ui: Ui; project: ProjectOverview }): ComponentChild {
  return (
    <div class="project" id="project" tabIndex={-1}>
      {ui.feeds.overview.state.get().error !== null && <Away ui={ui} />}
      <Head ui={ui} project={project} />
      <div class="project-columns">
        <div class="project-main">
          <Advice ui={ui} project={project} />
          <Risks ui={ui} project={project} />
          <Lines ui={ui} />
          <Timeline ui={ui} />
        </div>
        <div class="project-side">
          <Work ui={ui} />
          <Similar ui={ui} />
          <People ui={ui} />
          <Sources ui={ui} project={project} />
        </div>
      </div>
    </div>
  );
}

/** That the server does not answer, and of when is what is shown. */
function Away({ ui: { texts, format, feeds } }: { ui: Ui }): ComponentChild {
  const { error, at } = feeds.overview.state.get();
  const why = problemText(error, texts.bar.problems);
  return (
    <div class="away notice" role="alert">
      <p>{at === null ? texts.page.failed(why) : texts.page.old(why, format.timeOfDay(at))}</p>
      <button type="button" onClick={() => void feeds.refresh()}>
        {texts.page.tryAgain}
      </button>
    </div>
  );
}

function Untold({ ui, leaving }: { ui: Ui; leaving: boolean }): ComponentChild {
  const { unknown: words } = ui.texts;
  return (
    <div class="welcome" id="project" tabIndex={-1}>
      <h1>{leaving ? words.leavingTitle : words.title}</h1>
      <p>{leaving ? words.leaving : words.text}</p>
      <p>
        <a href={addressOf('')}>{words.back}</a>
      </p>
    </div>
  );
}
