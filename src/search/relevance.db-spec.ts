import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';
import { SEARCH_MODES } from './search.dto.js';

/**
 * What clients and the team wrote, by what it was about; every text shares frequent words with those of other topics.
 */
const TOPICS = {
  invoices: [
    'Could you send the invoice for March once more, please? I can not find it in my mail.',
    'We paid two invoices on Friday, so please check whether both of them have arrived.',
    'There is a mistake in the last invoice: the tax is charged twice.',
    'Вышлите, пожалуйста, счёт за март ещё раз, у нас его нет.',
    'Мы оплатили оба счёта в пятницу, проверьте, пожалуйста, пришли ли деньги.',
  ],
  meetings: [
    'Can we move the meeting with the designers to two o’clock tomorrow?',
    'I would like to invite one more person to the call tonight, is it still possible?',
    'The meetings on Monday are too long for us, could we have two short ones?',
    'Давайте перенесём встречу с дизайнерами на завтра, на два часа.',
    'На встречу в понедельник придут ещё два человека от нас.',
  ],
  website: [
    'The contact form on the website does not send anything since last night.',
    'Please put the new logo in the header of the landing page, it is the wrong one now.',
    'Two pages of the site open very slowly on my phone, is there anything you can do?',
    'Форма на сайте ничего не отправляет со вчерашнего вечера.',
    'Поставьте, пожалуйста, новый логотип в шапку сайта, сейчас там старый.',
  ],
  contracts: [
    'Our lawyer wants to change one point of the contract before we sign it.',
    'When does the agreement end, and how do we prolong it for one more year?',
    'I have signed the contract, please send back your copy today.',
    'Юрист просит изменить один пункт договора, прежде чем мы его подпишем.',
    'Когда заканчивается договор и как его продлить ещё на год?',
  ],
  deliveries: [
    'The parcel with the printed brochures has not come yet, where is it now?',
    'Please deliver the banners to our other office, the place by the station.',
    'Two boxes of the delivery were damaged when the courier brought them.',
    'Посылка с буклетами ещё не пришла, подскажите, где она сейчас?',
    'Курьер привёз две коробки с повреждениями, что нам делать?',
  ],
} as const;
type Topic = keyof typeof TOPICS;

/** Said in every conversation, and about nothing. */
const COURTESIES = [
  'Thank you very much, that is all I need for today.',
  'Is there anything else that I can help you with right now?',
  'Please let me know if this is the right place to ask about it.',
  'Could you tell me please what time it is possible tomorrow?',
  'Yes, that would be great, two would be fine for me.',
  'I need it for two people, is it still possible tonight?',
  'Спасибо большое, на сегодня это всё, что мне нужно.',
  'Подскажите, пожалуйста, могу ли я ещё чем-нибудь вам помочь?',
  'Да, хорошо, завтра в два часа мне очень удобно.',
];

describe('relevance', () => {
  let test: TestDatabase;
  let parts: SearchParts;
  let project: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    parts = searchParts(test, { EMBEDDING_DIM: '1536' });
    project = await newProject(test);
    const of = (topic: string, texts: readonly string[]) =>
      texts.map((text) => sourceText(text, { conversation_global_id: topic }));
    await parts.write(project, [
      ...Object.entries(TOPICS).flatMap(([topic, texts]) => of(topic, texts)),
      ...of('courtesies', COURTESIES),
    ]);
    await parts.embed(project);
  });
  afterAll(() => test.close());

  describe.each(SEARCH_MODES)('in mode %s', (mode) => {
    it.each<[string, Topic, number]>([
      ['the two invoices for tonight', 'invoices', 3],
      ['please tell me, was the invoice paid?', 'invoices', 3],
      ['can you find two people for a meeting tomorrow', 'meetings', 2],
      ['is the website slow at this time of the day', 'website', 1],
      ['a new logo for the landing page, please', 'website', 1],
      ['what time tomorrow can we sign the contracts', 'contracts', 2],
      ['where is my parcel, I need it today', 'deliveries', 1],
      ['подскажите, пожалуйста, пришёл ли счёт', 'invoices', 2],
      ['можно ли завтра два слова о встречах', 'meetings', 2],
      ['что нам делать с договором', 'contracts', 2],
      ['где сейчас наши посылки', 'deliveries', 1],
    ])('answers %j from %s', async (query, topic, first) => {
      const { results } = await parts.search.search(project, { query, topK: 10, mode });
      expect(results.slice(0, first).map(({ conversation_global_id }) => conversation_global_id)).toEqual(
        new Array(first).fill(topic),
      );
    });
  });

  it('finds what has all the words though each of them is in thousands of chunks', async () => {
    const other = await newProject(test);
    await test.database.query(
      `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at)
       SELECT $1, 'message', n, 0, text, n, rag_tsv(text), now() - make_interval(mins => n)
       FROM (SELECT n, (ARRAY['the garden gate', 'the painted fence', 'garden fence', 'painted gate'])[n % 4 + 1] || ' ' || n AS text
             FROM generate_series(1, 9000) n
             UNION ALL SELECT 9001, 'the gate in the fence of the garden is painted') t`,
      [other],
    );
    const { results } = await parts.search.search(other, {
      query: 'painted garden gate or fence',
      topK: 5,
      mode: 'lexical',
    });
    expect(results[0]?.text).toBe('the gate in the fence of the garden is painted');
  });
});
