import { chance, dayOfMonth, opposite, paragraph, WIDTH } from './layout.js';
import type { Holding, ShownCase, ShownForecast } from './portfolio.js';
import type { Quote } from './quotes.js';
import { riskName, wholeScore } from './tables.js';

const MAX_SHOWN = 2;

/** What is to be done in a project, why, and what became of projects like it. */
export function card({ project, scores, forecasts, recommendations, heldBack, cases }: Holding): string {
  const lines = [
    '─'.repeat(WIDTH),
    ...opposite(project, scores.map((one) => `${SCORE_NAMES[one.score_type]} ${wholeScore(one.value)}`).join(' · ')),
    '',
    ...forecastLines(forecasts),
  ];
  const quoted = new Set<string>();
  for (const { recommendation: advice, quote } of recommendations.slice(0, MAX_SHOWN)) {
    const due = `priority ${advice.priority} · ${advice.owner_role} · due ${dayOfMonth(advice.due_date)}`;
    lines.push('', ...opposite(` ▸ ${advice.title}`, due), ...paragraph(advice.rationale, 3));
    if (!quote) continue;
    lines.push(...(quoted.has(wordsOf(quote)) ? ['     (the words above)'] : quoteLines(quote)));
    quoted.add(wordsOf(quote));
  }
  const more = recommendations.length - MAX_SHOWN;
  if (more > 0) lines.push('', ` ▸ and ${more} more`);
  for (const { title, evidence_gate_reason: reason } of heldBack)
    lines.push('', ...paragraph(`held back: ${title} (${(reason ?? '').replace(/^\w+: /, '')})`, 1));
  if (cases.length > 0) lines.push('', ' similar cases');
  for (const one of cases.slice(0, MAX_SHOWN)) lines.push(...caseLines(one));
  return lines.join('\n');
}

/** Projects of which there is nothing to say, in a line each. */
export function calm(holdings: readonly Holding[]): string {
  if (holdings.length === 0) return '';
  return ['─'.repeat(WIDTH), 'Nothing to do', ...holdings.map(({ project }) => ` ✓ ${project}`)].join('\n');
}

const SCORE_NAMES: Readonly<Record<string, string>> = {
  project_health: 'health',
  risk: 'risk',
  client_value: 'value',
  upsell_likelihood: 'upsell',
};

function forecastLines(forecasts: readonly ShownForecast[]): string[] {
  const line = (name: string, chances: readonly string[]) =>
    ` ${name.padEnd(10)}${chances.map((chance) => chance.padStart(7)).join('')}`;
  const known = forecasts.filter(({ status }) => status !== 'not_enough_history');
  if (known.length === 0) return [' too little is known to forecast anything'];
  return [
    line('risk of', ['7 d', '14 d', '30 d']),
    ...known.flatMap(({ risk_type, p7, p14, p30, words }) => [
      line(riskName(risk_type), [p7, p14, p30].map(chance)),
      ...paragraph(words, 3),
    ]),
  ];
}

/** Somebody's words, who said them, when, and where they can be seen. */
export function quoteLines({ kind, text, title, author, occurred_at, facts, url }: Quote): string[] {
  const state = typeof facts['state'] === 'string' ? facts['state'] : null;
  const source = [
    author,
    kind === 'message' ? null : kind,
    state,
    occurred_at === null ? null : dayOfMonth(occurred_at),
  ];
  return [
    ...paragraph(`“${wordsOf({ text, title })}”`, 5, 3),
    ...paragraph(source.filter((part) => part !== null).join(', '), 5),
    ...(url === null ? [] : [`     ${url}`]),
  ];
}

const wordsOf = ({ title, text }: Pick<Quote, 'title' | 'text'>) =>
  [title, text].filter((part) => part !== null && part !== '').join(': ');

function caseLines({ case_project_name, similarity_score, why_similar, outcomes_seen }: ShownCase): string[] {
  const why = why_similar.slice(0, 2).map(({ text }) => text.toLowerCase());
  const seen = [...new Set(outcomes_seen.map(({ outcome_type }) => riskName(outcome_type)))];
  const then = seen.length === 0 ? 'nothing went wrong there' : `went wrong there: ${seen.join(', ')}`;
  return [`   ${similarity_score.toFixed(2)}  ${case_project_name}`, ...paragraph([...why, then].join('; '), 9)];
}
