export const PROJECT_TYPES = ['support', 'growth', 'migration', 'integration', 'delivery'] as const;
export type ProjectType = (typeof PROJECT_TYPES)[number];
export const BUDGET_BANDS = ['xs', 'sm', 'md', 'lg', 'xl'] as const;
export type BudgetBand = (typeof BUDGET_BANDS)[number];
export const DEAL_STAGES = ['discovery', 'proposal', 'negotiation', 'won', 'lost'] as const;
export type DealStage = (typeof DEAL_STAGES)[number];

/** What kind of project it is, apart from how it goes. */
export interface CaseContext {
  project_type: ProjectType;
  /** Null: no deal with an amount is open. */
  budget_band: BudgetBand | null;
  deal_stage: DealStage;
}

/** Words after anything but a letter; a `*` stands for the rest of a word. */
const words = (list: string): RegExp => {
  const each = list.split(',').map((word) => word.trim().replace(/\*$/, '\\p{L}*').replace(/ /g, '\\s+'));
  return new RegExp(`(?<!\\p{L})(?:${each.join('|')})(?!\\p{L})`, 'iu');
};

const TYPE_WORDS: readonly [ProjectType, RegExp][] = [
  [
    'support',
    words(
      'support, maintenance, retainer, helpdesk, help desk, sla, поддержк*, техподдержк*, сопровожд*, обслуживани*',
    ),
  ],
  [
    'growth',
    words(
      'growth, marketing, seo, smm, ppc, ads, advertising, campaign*, promotion, lead generation, рост, роста, маркетинг*, продвижени*, реклам*, кампани*, лидогенераци*',
    ),
  ],
  ['migration', words('migrat*, replatform*, переезд*, миграци*, перенос*')],
  ['integration', words('integrat*, api, connector*, sync, synchroni*, интеграци*, синхрониз*, подключени*')],
];

/**
 * The project's type by the words of its own name; else by those of its sources, as far as these agree; else delivery.
 * @param sourceNames what the project's parts are called where they are planned
 */
export function projectTypeOf(name: string, sourceNames: readonly string[]): ProjectType {
  const own = typeIn(name);
  if (own) return own;
  const [type, ...others] = new Set(sourceNames.flatMap((source) => typeIn(source) ?? []));
  // A workspace that holds every client's projects says nothing of one of them.
  return type && others.length === 0 ? type : 'delivery';
}

const typeIn = (text: string): ProjectType | undefined => TYPE_WORDS.find(([, pattern]) => pattern.test(text))?.[0];

/** Which band an amount lies in, in the deals' own currency; null for nothing. */
export function budgetBandOf(amount: number): BudgetBand | null {
  if (amount <= 0) return null;
  if (amount < 10_000) return 'xs';
  if (amount < 50_000) return 'sm';
  if (amount < 100_000) return 'md';
  return amount < 200_000 ? 'lg' : 'xl';
}

const NEGOTIATION = words(
  'negotiat*, contract*, legal, signing, signature, переговор*, согласовани*, договор*, подписани*, торг*',
);
const PROPOSAL = words('proposal*, propos*, quote*, quotation, offer*, estimate*, предложени*, кп, смет*, оценк*');

/** How far a deal is, by how its stage ended or what it is called; discovery for a project without deals. */
export function dealStageOf(deal: { title: string | null; status: string } | null): DealStage {
  if (!deal) return 'discovery';
  if (deal.status === 'won' || deal.status === 'lost') return deal.status;
  // A proposal that is negotiated is past being made.
  if (NEGOTIATION.test(deal.title ?? '')) return 'negotiation';
  return PROPOSAL.test(deal.title ?? '') ? 'proposal' : 'discovery';
}
