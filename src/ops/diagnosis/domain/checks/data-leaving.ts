import { check } from '../check.js';
import { LEAVING_LATE } from '../limits.js';
import { request } from '../remedy.js';

export const dataLeaving = check({
  id: 'data_leaving',
  section: 'connector_sync',
  title: {
    en: 'Nothing is stored of sources that are not read any more',
    ru: 'Не хранится ничего из источников, которые больше не читаются',
  },
  trouble: {
    en: 'Data of a source that is no longer read is being removed',
    ru: 'Удаляются данные источника, который больше не читается',
  },
  needs: ['connectors'],
  look({ connectors, now, words }) {
    const { say, ago, listed } = words;
    const expected = say(
      'What the project no longer reads from is removed within minutes; until then the project shows nothing.',
      'То, чего проект больше не читает, удаляется за несколько минут; до тех пор проект ничего не показывает.',
    );
    const leaving = connectors.flatMap(({ connector, leaving_since: since }) => (since ? [{ connector, since }] : []));
    if (leaving.length === 0) return { status: 'ok', observed: say('Nothing is.', 'Ничего.'), expected };
    const oldest = leaving.reduce((first, { since }) => (since < first ? since : first), now);
    const names = listed(leaving.map(({ connector }) => connector));
    const observed = say(
      `Data of ${names} is being removed; it was bound to another source ${ago(oldest, now)}.`,
      `Удаляются данные ${names}: проект перевели на другой источник ${ago(oldest, now)}.`,
    );
    const late = now.getTime() - oldest.getTime() > LEAVING_LATE * 1000;
    if (!late) return { status: 'warn', observed, expected };
    return {
      status: 'fail',
      observed,
      expected,
      remedy: [
        request(
          'POST',
          '/jobs/sources/clear',
          say(
            'Goes on with it now, and tells why it fails where it does.',
            'Продолжает сейчас и говорит, почему не получается, если не получается.',
          ),
        ),
      ],
    };
  },
});
