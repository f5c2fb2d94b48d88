import type { ReplicaStanding } from '../../../../database/index.js';
import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import { advice, setVariables } from '../remedy.js';
import type { DiagnosisWords } from '../wording.js';

export const replica = check({
  id: 'replica',
  section: 'monitoring',
  title: { en: 'The standby answers reads', ru: 'Реплика отвечает на чтение' },
  trouble: { en: 'The primary answers all reads', ru: 'На всё чтение отвечает основная база' },
  needs: ['replica'],
  look({ replica: standing, settings, words }) {
    const { say, counted } = words;
    const limit = counted(settings.DATABASE_REPLICA_MAX_LAG_SECONDS, 'second');
    const expected = say(
      `The standby of DATABASE_REPLICA_URL answers, and is ${limit} behind at the most.`,
      `Реплика из DATABASE_REPLICA_URL отвечает и отстаёт не больше чем на ${limit}.`,
    );
    if (standing === null)
      return {
        status: 'ok',
        observed: say('DATABASE_REPLICA_URL is not set.', 'DATABASE_REPLICA_URL не задан.'),
        expected,
      };
    const { barrier, behind_seconds } = standing;
    const behind = counted(Math.ceil(behind_seconds ?? 0), 'second');
    if (barrier === null)
      return {
        status: 'ok',
        observed: say(
          `It answers, and is ${behind} behind at the most.`,
          `Отвечает, отстаёт не больше чем на ${behind}.`,
        ),
        expected,
      };
    const { seen, cure } = TROUBLE[barrier](words, behind);
    const instead = say('The primary answers all reads.', 'На всё чтение отвечает основная база.');
    return { status: 'warn', observed: `${seen} ${instead}`, expected, remedy: [cure] };
  },
});

type Trouble = (words: DiagnosisWords, behind: string) => { seen: string; cure: RemedyStep };

/** Of a standby that lives and does not come after the primary. */
const catchUp = ({ say }: DiagnosisWords) =>
  advice(
    say(
      'Look at pg_stat_replication on the primary: is the standby connected, and does it replay? Long reads of others on the ' +
        'standby hold replay up.',
      'Посмотрите pg_stat_replication на основной базе: подключена ли реплика и применяет ли она журнал? Долгое чтение на ' +
        'самой реплике задерживает применение.',
    ),
  );

const TROUBLE: Record<NonNullable<ReplicaStanding['barrier']>, Trouble> = {
  away: ({ say }) => ({
    seen: say('It does not answer.', 'Она не отвечает.'),
    cure: advice(
      say(
        'See that PostgreSQL runs at the host and port of DATABASE_REPLICA_URL and lets its user in. The log of the server has ' +
          'what it said.',
        'Проверьте, что PostgreSQL работает по адресу из DATABASE_REPLICA_URL и пускает этого пользователя. Что он ответил, ' +
          'есть в журнале сервера.',
      ),
    ),
  }),
  not_a_standby: (words) => ({
    seen: words.say(
      'What DATABASE_REPLICA_URL leads to is no standby of this database.',
      'DATABASE_REPLICA_URL ведёт не к реплике этой базы.',
    ),
    cure: setVariables(
      words,
      { DATABASE_REPLICA_URL: '<url>' },
      words.say(
        'The same database, on a server that follows this one by streaming replication.',
        'Та же база на сервере, который следует за основным по потоковой репликации.',
      ),
    ),
  }),
  lag: (words, behind) => ({
    seen: words.say(`It is ${behind} behind.`, `Она отстаёт на ${behind}.`),
    cure: catchUp(words),
  }),
  unknown_lag: (words) => ({
    seen: words.say('How far it is behind is not known yet.', 'Насколько она отстаёт, ещё не известно.'),
    cure: catchUp(words),
  }),
};
