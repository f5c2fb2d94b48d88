import type { Session, SessionState } from '../client/session.js';
import { confirmed } from '../shared/confirm-dialog.js';
import { questionBefore } from './question.js';
import { marksOf, obstacle, type Document, type RouteMarks } from '../client/route-marks.js';
import type { Wrap } from './swagger-ui.js';

interface ExecuteProperties {
  method: string;
  path: string;
  disabled?: boolean;
  onExecute?: () => void;
  specActions: { execute(request: unknown): unknown };
  specSelectors: { parameterValues(pathMethod: [string, string]): { toJS(): Record<string, unknown> } };
  oas3Selectors: { requestBodyValue(path: string, method: string): unknown };
}

/**
 * Swagger UI's button to send: with the reason beside it while this person can't, and a question before what is
 * dangerous.
 */
export function executeButton(document: Document, session: Session): Wrap<ExecuteProperties> {
  return (original, { React }) =>
    (properties) => {
      const { method, path } = properties;
      const state = React.useSyncExternalStore(session.state.subscribe, session.state.get);
      const marks = marksOf(document, method, path);
      const reason = obstacle(marks, state);
      const hint = reason ?? projectHint(marks, state);
      const button = marks.confirm === null ? properties : { ...properties, ...asking(marks, properties, session) };
      return React.createElement(
        React.Fragment,
        null,
        React.createElement(original, { ...button, disabled: properties.disabled === true || reason !== null }),
        hint === null ? null : React.createElement('p', { className: 'execute-hint' }, hint),
      );
    };
}

/** The question comes after Swagger UI has checked the input, and before it shows that it is sending. */
function asking(marks: RouteMarks, properties: ExecuteProperties, session: Session) {
  const { method, path, onExecute, specActions, specSelectors, oas3Selectors } = properties;
  return {
    onExecute: () => {},
    specActions: {
      ...specActions,
      async execute(request: unknown) {
        const entered = {
          method,
          path,
          parameters: specSelectors.parameterValues([path, method]).toJS(),
          body: oas3Selectors.requestBodyValue(path, method),
        };
        if (!(await confirmed(questionBefore(marks, entered, session.state.get())))) return;
        onExecute?.();
        specActions.execute(request);
      },
    },
  };
}

function projectHint(marks: RouteMarks, state: SessionState): string | null {
  const lacking = marks.project && state.phase === 'signed_in' && state.activeProjectId === null;
  return lacking ? 'Choose a project at the top of the page first, or name one in project_id.' : null;
}
