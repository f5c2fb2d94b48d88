import { answersIn, ANSWER_SCHEMA, INSTRUCTIONS, questionOf, type Doubt } from './question.js';

const doubts: Doubt[] = [
  { text: 'This is the one', side: 'client', asked: ['approval_approved', 'need_detected'] },
  { text: 'Done by "Friday"', side: 'team', asked: ['agreement_created'] },
];
const content = (answers: object[]) => ({ answers });

describe('a question about doubts', () => {
  it('has each message with its number and what is in question', () => {
    expect(JSON.parse(questionOf(doubts))).toEqual({
      messages: [
        { n: 1, author: 'client', text: 'This is the one', labels: ['approval_approved', 'need_detected'] },
        { n: 2, author: 'team', text: 'Done by "Friday"', labels: ['agreement_created'] },
      ],
    });
  });

  it('sends no more of a text than its beginning', () => {
    const [asked] = doubts;
    expect(questionOf([{ ...asked!, text: 'a'.repeat(90_000) }]).length).toBeLessThan(2_000);
  });

  it('says what every label means, and closes its schema', () => {
    for (const { asked } of doubts) for (const type of asked) expect(INSTRUCTIONS).toContain(`- ${type}: `);
    expect(ANSWER_SCHEMA).toMatchObject({ required: ['answers'], additionalProperties: false });
  });
});

describe('an answer about doubts', () => {
  it('is taken in the order of the doubts, whatever its own', () => {
    const answered = content([
      { n: 2, says: ['agreement_created'] },
      { n: 1, says: [] },
    ]);
    expect(answersIn(answered, doubts)).toEqual([[], ['agreement_created']]);
  });

  it('says nothing of what was not asked', () => {
    const answered = content([
      { n: 1, says: ['approval_approved', 'scope_change_detected'] },
      { n: 2, says: ['approval_requested'] },
    ]);
    expect(answersIn(answered, doubts)).toEqual([['approval_approved'], []]);
  });

  it.each([
    ['no JSON', undefined],
    ['another shape', content([{ n: 1 }, { n: 2 }])],
    [
      'a label that there is not',
      content([
        { n: 1, says: ['joy'] },
        { n: 2, says: [] },
      ]),
    ],
    ['a message too few', content([{ n: 1, says: [] }])],
    [
      'a message twice',
      content([
        { n: 1, says: [] },
        { n: 1, says: [] },
      ]),
    ],
    [
      'another message',
      content([
        { n: 1, says: [] },
        { n: 7, says: [] },
      ]),
    ],
    [
      'a message too many',
      content([
        { n: 1, says: [] },
        { n: 2, says: [] },
        { n: 2, says: [] },
      ]),
    ],
  ])('is of no use with %s', (_, answered) => {
    expect(answersIn(answered, doubts)).toBeNull();
  });
});
