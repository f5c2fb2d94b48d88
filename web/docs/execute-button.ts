import type { Session, SessionState } from '../client/session.js';
import { confirmed } from '../shared/confirm-dialog.js';
import { marksOf, obstacle, type Document, type RouteMarks } from './route-marks.js';
import type { Wrap } from './swagger-ui.js';

interface ExecuteProperties {
  method: string;
  path: string;
  disabled?: boolean;
  onExecute?: () => void;
  specActions: { execute(request: unknown): unknown };
}

/** Swagger UI's button to send: with the reason beside it while this person can't, and a question before what is dangerous. */
export function executeButton(document: Document, session: Session): Wrap<ExecuteProperties> {
  return (original, { React }) =>
    (properties) => {
      const { method, path } = properties;
      const state = React.useSyncExternalStore(session.state.subscribe, session.state.get);
      const marks = marksOf(document, method, path);
      const reason = obstacle(marks, state);
      const hint = reason ?? projectHint(marks, state);
      const button =
        marks.confirm === null ? properties : { ...properties, ...asking(marks.confirm, properties, session) };
      return React.createElement(
        React.Fragment,
        null,
        React.createElement(original, { ...button, disabled: properties.disabled === true || reason !== null }),
        hint === null ? null : React.createElement('p', { className: 'execute-hint' }, hint),
      );
    };
}

/** The question comes after Swagger UI has checked the input, and before it shows that it is sending. */
function asking(what: string, { method, path, onExecute, specActions }: ExecuteProperties, session: Session) {
  return {
    onExecute: () => {},
    specActions: {
      ...specActions,
      async execute(request: unknown) {
        const project = projectName(session.state.get());
        const text = [what, ...(project === null ? [] : [`The project that is chosen: ${project}.`])];
        if (!(await confirmed({ title: `Send ${method.toUpperCase()} ${path}?`, text, yes: 'Send' }))) return;
        onExecute?.();
        specActions.execute(request);
      },
    },
  };
}

function projectName(state: SessionState): string | null {
  if (state.phase !== 'signed_in') return null;
  return state.projects.find(({ id }) => id === state.activeProjectId)?.name ?? null;
}

function projectHint(marks: RouteMarks, state: SessionState): string | null {
  const lacking = marks.project && state.phase === 'signed_in' && state.activeProjectId === null;
  return lacking ? 'Choose a project at the top of the page first, or name one in project_id.' : null;
}
