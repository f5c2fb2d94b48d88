import { type Session } from '../client/session.js';
import { effectLabel, obstacle, type RouteMarks } from '../client/route-marks.js';
import type { Component, React } from './swagger-ui.js';

/** Who may call a route and what that does, as labels; they are part of the name of the button that opens it. */
export function routeBadges(react: React, session: Session): Component<{ marks: RouteMarks }> {
  const badge = (key: string, kind: string, text: string) =>
    react.createElement('span', { key, className: `badge ${kind}` }, text);
  return ({ marks }) => {
    const state = react.useSyncExternalStore(session.state.subscribe, session.state.get);
    const refused = state.phase === 'signed_in' && obstacle(marks, state) !== null;
    return react.createElement(
      'span',
      { className: 'route-badges' },
      badge('effect', marks.trigger === null ? 'badge-quiet' : 'badge-job', effectLabel(marks)),
      marks.confirm === null ? null : badge('confirm', 'badge-danger', 'asks first'),
      badge('access', refused ? 'badge-refused' : 'badge-role', refused ? `needs ${marks.access}` : marks.access),
    );
  };
}
