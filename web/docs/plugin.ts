import type { Session } from '../client/session.js';
import { executeButton } from './execute-button.js';
import { marksOf, type Document } from '../client/route-marks.js';
import { routeBadges } from './route-badges.js';
import { routeKey, type RunBoard } from '../client/run-board.js';
import { runCard } from './run-card.js';
import type { Component, Wrap } from './swagger-ui.js';

interface SummaryProperties {
  operationProps: { get(name: string): string };
}

interface ResponsesProperties {
  method: string;
  path: string;
}

/** Swagger UI's parts with ours around them: badges on each route, the button that asks, the card of a route's run. */
export function pagePlugin(document: Document, session: Session, board: RunBoard): object {
  const nothing: Wrap<object> = () => () => null;

  const OperationSummaryPath: Wrap<SummaryProperties> = (original, { React }) => {
    const Badges = routeBadges(React, session);
    return (properties) => {
      const { operationProps } = properties;
      const marks = marksOf(document, operationProps.get('method'), operationProps.get('path'));
      return React.createElement(
        React.Fragment,
        null,
        React.createElement(original, properties),
        React.createElement(Badges, { marks }),
      );
    };
  };

  const responses: Wrap<ResponsesProperties> = (original, { React }) => {
    const Card = runCard(React, board);
    const Responses: Component<ResponsesProperties> = (properties) =>
      React.createElement(
        React.Fragment,
        null,
        React.createElement(Card, { route: routeKey(properties.method, properties.path) }),
        React.createElement(original, properties),
      );
    return Responses;
  };

  return {
    wrapComponents: {
      OperationSummaryPath,
      execute: executeButton(document, session),
      responses,
      // The bar at the top signs in; Swagger UI's own way wants cookies typed in by hand.
      authorizeBtn: nothing,
      authorizeOperationBtn: nothing,
    },
  };
}
