import type { PortfolioAdvice, PortfolioProject, PortfolioRisk, PortfolioScore } from '../../client/index.js';

/** A score of which nothing is known. */
export const portfolioScore = (given: Partial<PortfolioScore> = {}): PortfolioScore => ({
  value: null,
  band: null,
  change_7d: null,
  change_30d: null,
  series: [],
  ...given,
});

/** A risk that is likelier than usual. */
export const portfolioRisk = (given: Partial<PortfolioRisk> = {}): PortfolioRisk => ({
  risk_type: 'finance_risk',
  status: 'ok',
  since: null,
  p7: 0.1,
  p14: 0.2,
  p30: 0.4,
  base_rate: { p7: 0.05, p14: 0.1, p30: 0.2 },
  basis: 'own',
  above_usual: true,
  raised_by: null,
  words: '20 % within 14 days: 10 % is usual for your projects.',
  ...given,
});

/** A recommendation that is due on 4 February 2026. */
export const portfolioAdvice = (given: Partial<PortfolioAdvice> = {}): PortfolioAdvice => ({
  id: 'r',
  category: 'waiting_on_client',
  priority: 4,
  title: 'Follow up',
  rationale: 'No answer for 4 days.',
  due_date: '2026-02-04',
  owner_role: 'pm',
  assignee: null,
  status: 'new',
  ...given,
});

/** A project in trouble on 3 February 2026, with two recommendations open and two sources. */
export function portfolioProject(given: Partial<PortfolioProject> = {}): PortfolioProject {
  const first = portfolioAdvice();
  const { category, priority, assignee } = first;
  return {
    id: 'p',
    name: 'Acme',
    account_scope_id: 's',
    ended_on: null,
    leaving: false,
    as_of: '2026-02-03T09:58:00Z',
    last_activity_at: '2026-02-03T08:00:00Z',
    needs_attention: true,
    scores: {
      project_health: portfolioScore(),
      risk: portfolioScore(),
      client_value: portfolioScore(),
      upsell_likelihood: portfolioScore(),
    },
    risks: [portfolioRisk()],
    likeliest_risk: 'finance_risk',
    recommendations: { open: ['r', 's'].map((id) => ({ id, category, priority, assignee })), first },
    connectors: [
      { connector: 'chatwoot', status: 'ok', last_success_at: '2026-02-03T09:55:00Z', stale: false },
      { connector: 'linear', status: 'ok', last_success_at: '2026-02-03T09:50:00Z', stale: false },
    ],
    ...given,
  };
}
