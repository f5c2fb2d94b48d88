import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calm, card } from '../../demo/cards.js';
import { opposite, paragraph, WIDTH, wrap } from '../../demo/layout.js';
import { byUrgency, type Holding, type ShownRecommendation } from '../../demo/portfolio.js';
import { portfolioTable, stepsTable } from '../../demo/tables.js';

const recommendation = (more: Partial<ShownRecommendation> = {}): ShownRecommendation => ({
  category: 'waiting_on_client',
  priority: 5,
  due_date: '2026-02-08',
  owner_role: 'pm',
  title: 'Follow up: 5 working days without an answer',
  rationale: 'The team asked the client and has had no answer for 5 working days.',
  evidence_refs: [],
  evidence_gate_status: 'shown',
  evidence_gate_reason: null,
  ...more,
});
const quote = {
  kind: 'message',
  title: null,
  text: 'Согласуйте, пожалуйста, макет.',
  author: 'Oleg Sorin',
  occurred_at: '2026-02-03T23:59:00.000Z',
  facts: { sender: 'team' },
  url: 'https://app.chatwoot.com/app/accounts/1/conversations/81?messageId=5261',
};
const holding = (more: Partial<Holding> = {}): Holding => ({
  project: 'Мебельная фабрика «Клён»: каталог кухонь',
  scores: [
    { score_type: 'project_health', value: 89.6, band: 'low' },
    { score_type: 'risk', value: 6.2, band: 'low' },
    { score_type: 'client_value', value: 76, band: 'medium' },
    { score_type: 'upsell_likelihood', value: 54, band: 'medium' },
  ],
  forecasts: [
    { risk_type: 'client_risk', status: 'ok', p7: 0.666, p14: 0.75, p30: 0.84, words: '75 % within 14 days.' },
    { risk_type: 'delivery_risk', status: 'already', p7: null, p14: null, p30: null, words: 'It is there.' },
    { risk_type: 'scope_risk', status: 'not_enough_history', p7: null, p14: null, p30: null, words: 'Nothing yet.' },
  ],
  recommendations: [{ recommendation: recommendation(), quote }],
  heldBack: [],
  cases: [
    {
      case_project_name: 'Osteria Bruna',
      similarity_score: 0.7214,
      why_similar: [{ text: 'Both have waited long for the client' }],
      outcomes_seen: [
        { outcome_type: 'client_risk', severity: 4 },
        { outcome_type: 'client_risk', severity: 5 },
      ],
    },
  ],
  ...more,
});
const linesOf = (text: string) => text.split('\n');

describe('a card', () => {
  it('says of a score that too little is known', () => {
    const scores = [{ score_type: 'project_health', value: null, band: null }];
    expect(linesOf(card(holding({ scores })))[1]).toMatch(/ health –$/);
  });

  it('says what is to be done, by when, and why, in somebody’s own words, with what became of similar projects', () => {
    expect(linesOf(card(holding())).map((line) => line.trim())).toEqual([
      '─'.repeat(WIDTH),
      expect.stringMatching(/^Мебельная .* health 90 · risk 6 · value 76 · upsell 54$/),
      '',
      'risk of       7 d   14 d   30 d',
      'client       67 %   75 %   84 %',
      '75 % within 14 days.',
      'delivery        –      –      –',
      'It is there.',
      '',
      expect.stringMatching(/^▸ Follow up: 5 working days without an answer +priority 5 · pm · due 8 Feb$/),
      'The team asked the client and has had no answer for 5 working days.',
      '“Согласуйте, пожалуйста, макет.”',
      'Oleg Sorin, 3 Feb',
      quote.url,
      '',
      'similar cases',
      '0.72  Osteria Bruna',
      'both have waited long for the client; went wrong there: client',
    ]);
  });

  it('quotes the same words once, and counts what it does not show', () => {
    const same = { recommendation: recommendation({ title: 'Win the client back' }), quote };
    const text = card(holding({ recommendations: [same, same, same] }));
    expect(text.split('Согласуйте')).toHaveLength(2);
    expect(text).toContain('(the words above)');
    expect(text).toContain('▸ and 1 more');
  });

  it('says what is held back for want of evidence', () => {
    const hidden = recommendation({ evidence_gate_reason: 'too_few_refs: 1 of 2 pieces of evidence' });
    expect(card(holding({ recommendations: [], heldBack: [hidden] }))).toContain(
      ' held back: Follow up: 5 working days without an answer (1 of 2 pieces of evidence)',
    );
  });

  it('keeps to the terminal’s width, whatever it has to say', () => {
    const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(anything, anything, anything, (project, title, text) => {
        const advice = recommendation({ title: title.slice(0, 60), rationale: text });
        const shown = card(
          holding({
            project: project.slice(0, 60),
            recommendations: [{ recommendation: advice, quote: { ...quote, text, title, author: project } }],
            heldBack: [advice],
          }),
        );
        for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(WIDTH);
      }),
    );
  });
});

describe('the portfolio', () => {
  it('has each project on one line, numbers under each other', () => {
    const healthy = holding({ project: 'Willow Yoga', recommendations: [], forecasts: [] });
    const held = holding({ project: 'Meridian', recommendations: [], heldBack: [recommendation()] });
    const [head, rule, ...rows] = linesOf(portfolioTable([holding(), held, healthy]));
    expect(rows).toHaveLength(3);
    expect(head).toMatch(/^Project +Health +Risk +Value +Upsell +Likeliest +7 d +14 d +30 d +To do$/);
    expect(rule).toMatch(/^[─ ]+$/);
    expect(rows[0]).toMatch(/^Мебельная .* 90 +6 +76 +54 +client +67 % +75 % +84 % +1$/);
    expect(rows[1]).toMatch(/ held back$/);
    expect(rows[2]).toMatch(/^Willow Yoga +90 +6 +76 +54 +– +nothing$/);
    for (const row of rows) expect(row.length).toBe(head!.length);
  });

  it('begins with the most urgent, and among equals with the likeliest risk', () => {
    const forecasts = holding().forecasts.filter(({ status }) => status === 'ok');
    const calmer = holding({ project: 'calm', recommendations: [], forecasts });
    const likelier = holding({
      project: 'likelier',
      forecasts: [{ risk_type: 'scope_risk', status: 'ok', p7: 0.9, p14: 0.9, p30: 0.9, words: '' }],
    });
    const less = holding({
      project: 'less',
      forecasts,
      recommendations: [{ recommendation: recommendation({ priority: 4 }), quote: null }],
    });
    const urgent = holding({ project: 'urgent', forecasts });
    const names = byUrgency([calmer, less, urgent, likelier]).map(({ project }) => project);
    expect(names).toEqual(['likelier', 'urgent', 'less', 'calm']);
  });

  it('names healthy projects as such', () => {
    expect(calm([holding({ project: 'Willow Yoga' })])).toMatch(/Nothing to do\n ✓ Willow Yoga$/);
    expect(calm([])).toBe('');
  });
});

describe('layout', () => {
  it('wraps at spaces, loses no word, and breaks what is longer than a line', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('cuts a paragraph that is too long, and says so', () => {
    expect(paragraph('слово '.repeat(100), 3, 2)[1]).toMatch(/слово …$/);
    expect(paragraph('short', 3, 2)).toEqual(['   short']);
  });

  it('puts two texts on one line only where they fit', () => {
    expect(opposite('left', 'right', 12)).toEqual(['left   right']);
    expect(opposite('left', 'right', 10)).toEqual(['left', '     right']);
  });

  it('shows what a step did', () => {
    expect(linesOf(stepsTable([{ step: 'Sync', seconds: 1.25, outcome: '3 rows' }]))).toEqual([
      'Step  Seconds  What it did',
      '────  ───────  ───────────',
      'Sync      1.3  3 rows',
    ]);
  });
});
