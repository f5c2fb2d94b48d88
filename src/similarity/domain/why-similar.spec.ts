import { REASON_TEXTS } from './reason-texts.js';
import type { Signature } from './signature.js';
import { FEATURES } from './vector.js';
import { keySharedPatterns, whySimilar } from './why-similar.js';

const signature = (values: Partial<Record<string, number>>, more: Partial<Signature> = {}): Signature => ({
  vector: FEATURES.map((feature) => values[feature] ?? 0),
  pairs: [],
  context: { project_type: 'delivery', budget_band: 'xs', deal_stage: 'discovery' },
  ...more,
});
const other: Partial<Signature> = {
  context: { project_type: 'growth', budget_band: 'xl', deal_stage: 'won' },
};
const codes = (a: Signature, b: Signature) => whySimilar(a, b, 'en').map(({ code }) => code);

describe('whySimilar', () => {
  it.each([
    [
      'raised in both, the strongest first',
      { blockers: 0.5, stage: 0.9 },
      { blockers: 0.6, stage: 0.8 },
      ['stage', 'blockers'],
    ],
    [
      'three at most',
      { waiting: 0.3, blockers: 0.4, stage: 0.5, scope: 0.6 },
      { waiting: 0.3, blockers: 0.4, stage: 0.5, scope: 0.6 },
      ['scope', 'stage', 'blockers'],
    ],
    [
      'equals in the order of the vector',
      { margin: 0.5, waiting: 0.5 },
      { margin: 0.5, waiting: 0.5 },
      ['waiting', 'margin'],
    ],
    ['not what is raised in one', { blockers: 0.9 }, { blockers: 0.1 }, ['nearest']],
    ['not what is raised by far more in one', { blockers: 0.9 }, { blockers: 0.3 }, ['nearest']],
    [
      'waiting that rose in both',
      { waiting: 0.3, waiting_change: 0.4 },
      { waiting: 0.6, waiting_change: 0.5 },
      ['waiting_change_up'],
    ],
    [
      'waiting that fell in both',
      { margin: 0.45, waiting_change: -0.4 },
      { waiting_change: -0.5 },
      ['waiting_change_down'],
    ],
    [
      'not what rose in one and fell in the other',
      { margin: 0.9, scope_change: 0.15 },
      { scope_change: -0.05 },
      ['nearest'],
    ],
    ['both at rest', { waiting: 0.1 }, { blockers: 0.1 }, ['calm']],
    ['both at rest with margins of 45 and 40 %', { margin: 0.25 }, { margin: 0.33 }, ['calm']],
    ['thin margins', { margin: 0.5 }, { margin: 0.45 }, ['margin']],
    ['both busy and at rest', { busy: 0.6 }, { busy: 0.5 }, ['busy', 'calm']],
  ])('says %s', (_, a, b, expected) => expect(codes(signature(a), signature(b, other))).toEqual(expected));

  it('goes on with patterns and circumstances', () => {
    const a = signature({ stage: 0.5 }, { pairs: ['a>b', 'b>c', 'c>d'] });
    const b = signature({ stage: 0.5 }, { pairs: ['b>c', 'c>d', 'd>e'] });
    expect(whySimilar(a, b, 'en')).toEqual([
      { code: 'stage', text: 'Both have a stage past its due date' },
      { code: 'event_patterns', text: 'Event patterns in common: 2 of 4' },
      { code: 'budget_band', text: 'Similar budget (under 10,000)' },
      { code: 'project_type', text: 'Same type of project (delivery)' },
      { code: 'deal_stage', text: 'Same deal stage (discovery)' },
    ]);
    expect(
      whySimilar(a, b, 'ru')
        .slice(1)
        .map(({ text }) => text),
    ).toEqual([
      'Совпадают цепочки событий: 2 из 4',
      'Похожий бюджет (до 10 000)',
      'Одинаковый тип проекта (разработка)',
      'Одинаковая стадия сделки (знакомство)',
    ]);
  });

  it('says nothing of budgets where there is none', () => {
    const without = { context: { project_type: 'growth', budget_band: null, deal_stage: 'won' } } as const;
    const [a, b] = [
      signature({ stage: 0.5 }, without),
      signature({ stage: 0.5 }, { context: { ...without.context, project_type: 'support' } }),
    ];
    expect(codes(a, b)).toEqual(['stage', 'deal_stage']);
  });

  it('does not take what is not known for alike', () => {
    const unknown = { ...signature({}, other), vector: FEATURES.map(() => null) };
    expect(codes(signature({ blockers: 0.9 }), unknown)).toEqual(['nearest']);
  });

  it('gives the distance where there is nothing else to say', () => {
    expect(whySimilar(signature({ blockers: 0.9 }), signature({ stage: 0.3 }, other), 'en')).toEqual([
      { code: 'nearest', text: 'Nothing they share stands out; their numbers are 0.95 apart' },
    ]);
    expect(whySimilar(signature({ blockers: 0.9 }), signature({ stage: 0.3 }, other), 'ru')).toEqual([
      { code: 'nearest', text: 'Ничего общего не выделяется; расстояние между показателями 0,95' },
    ]);
  });

  it('has the same values to fill in in every language', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);
    for (const [code, text] of Object.entries(REASON_TEXTS.en))
      expect(places(REASON_TEXTS.ru[code as keyof typeof REASON_TEXTS.ru]).sort()).toEqual(places(text).sort());
  });
});

describe('keySharedPatterns', () => {
  const a = signature({}, { pairs: ['a>b', 'b>c', 'c>d', 'd>e', 'e>f', 'f>g', 'x>y'] });
  const b = signature({}, { pairs: ['a>b', 'b>c', 'c>d', 'd>e', 'e>f', 'f>g'] });

  it('names the rarest five that both have, equally rare ones by name', () => {
    const windows: Record<string, number> = {
      'a>b': 900,
      'b>c': 3,
      'c>d': 3,
      'd>e': 50,
      'e>f': 2,
      'f>g': 60,
      'x>y': 1,
    };
    expect(keySharedPatterns(a, b, (pair) => windows[pair]!)).toEqual(['e>f', 'b>c', 'c>d', 'd>e', 'f>g']);
  });

  it('names none where none is shared', () => {
    expect(keySharedPatterns(a, signature({}, { pairs: ['y>x'] }), () => 1)).toEqual([]);
  });
});
