import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import type { ConnectorFacts, ProjectFacts } from '../facts.js';
import { request, setVariables } from '../remedy.js';
import { quoted, type DiagnosisWords } from '../wording.js';

export const connectorConfiguration = check({
  id: 'connector_configuration',
  section: 'connector_sync',
  title: { en: 'Connectors are configured', ru: 'Коннекторы настроены' },
  trouble: { en: 'A connector is not configured', ru: 'Коннектор не настроен' },
  needs: ['connectors'],
  look({ connectors, project, words }) {
    const { say, listed } = words;
    const expected = say(
      'Each connector that is used has its variables, or a source of the project’s own.',
      'У каждого используемого коннектора есть переменные или собственный источник проекта.',
    );
    const unreadable = connectors.filter(({ sealed_unreadable }) => sealed_unreadable);
    const refused = connectors.flatMap((one) =>
      one.errors
        .filter((error) => error.error_kind === 'config' && (error.operation !== 'sync' || error.source_ref === ''))
        .map((error) => ({ one, error })),
    );
    const barred = connectors.filter((one) => one.barred !== null);
    const lacking = connectors.filter(({ missing }) => missing.length > 0);
    // Nothing of a connector given is a choice, unless it is so with all of them; half of it is a mistake.
    const half = lacking.filter((one) => one.token_from !== null || one.source !== null);
    const wrong =
      half.length > 0 ? half : lacking.length + barred.length === connectors.length ? [...lacking, ...barred] : [];
    const barredWrong = barred.filter((one) => one.source !== null || wrong.includes(one));
    const observed = [
      ...unreadable.map(({ connector }) =>
        say(
          `The stored token of ${connector} was sealed under another SECRETS_KEY.`,
          `Сохранённый токен ${connector} зашифрован другим SECRETS_KEY.`,
        ),
      ),
      ...refused.map(({ error }) => quoted(error.error_message)),
      ...barred.map((one) => `${one.barred?.why}.`),
      ...lacking
        .filter(({ sealed_unreadable }) => !sealed_unreadable)
        .map(({ connector, missing }) =>
          say(
            `${connector} is not configured: ${listed(missing)} not set.`,
            `${connector} не настроен: не заданы ${listed(missing)}.`,
          ),
        ),
    ];
    if (wrong.length + barredWrong.length + unreadable.length + refused.length === 0)
      return { status: 'ok', observed: observed.join(' ') || say('All are.', 'Все настроены.'), expected };
    const named = new Set([...unreadable, ...barredWrong, ...wrong, ...refused.map(({ one }) => one)]);
    return {
      status: 'fail',
      observed: observed.join(' '),
      expected,
      remedy: [...named].flatMap((one) => configured(one, project, words)),
    };
  },
});

function configured(one: ConnectorFacts, project: ProjectFacts, words: DiagnosisWords): RemedyStep[] {
  const { say } = words;
  const sync = request('POST', `/connectors/${one.connector}/sync`, say('Syncs it.', 'Запускает синхронизацию.'));
  if (one.sealed_unreadable || one.barred !== null) return [putToken(one, project, words), sync];
  if (one.missing.length === 0) return [sync];
  return [setVariables(words, Object.fromEntries(one.missing.map((name) => [name, `<${name}>`])), ''), sync];
}

/** Stores another token in the project's own source, which keeps its account and filter. */
export function putToken(
  { connector, source, barred }: ConnectorFacts,
  project: ProjectFacts,
  { say }: DiagnosisWords,
): RemedyStep {
  return request(
    'PUT',
    `/projects/${project.id}/sources/${connector}`,
    say(
      'Stores a token that the vendor accepts; this needs the role admin.',
      'Сохраняет токен, который примет сервис; нужна роль admin.',
    ),
    {
      external_id: source?.external_id ?? (barred?.missing.includes('external_id') ? '<account>' : null),
      filter: source?.filter ?? {},
      credentials: { api_token: '<new token>' },
    },
  );
}
