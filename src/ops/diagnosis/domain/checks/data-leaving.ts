import { check } from '../check.js';
import { LEAVING_LATE } from '../limits.js';
import { request } from '../remedy.js';
import { ago, listed } from '../wording.js';

export const dataLeaving = check({
  id: 'data_leaving',
  section: 'connector_sync',
  title: 'Nothing is stored of sources that are not read any more',
  needs: ['connectors'],
  look({ connectors, now }) {
    const expected =
      'What the project no longer reads from is removed within minutes; until then the project shows nothing.';
    const leaving = connectors.flatMap(({ connector, leaving_since: since }) => (since ? [{ connector, since }] : []));
    if (leaving.length === 0) return { status: 'ok', observed: 'Nothing is.', expected };
    const oldest = leaving.reduce((first, { since }) => (since < first ? since : first), now);
    const names = listed(leaving.map(({ connector }) => connector));
    const observed = `Data of ${names} is being removed; it was bound to another source ${ago(oldest, now)}.`;
    const late = now.getTime() - oldest.getTime() > LEAVING_LATE * 1000;
    if (!late) return { status: 'warn', observed, expected };
    return {
      status: 'fail',
      observed,
      expected,
      remedy: [request('POST', '/jobs/sources/clear', 'Goes on with it now, and tells why it fails where it does.')],
    };
  },
});
