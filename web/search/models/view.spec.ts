import { describe, expect, it } from '@jest/globals';
import { isAsked, isFiltered, NOTHING, readView, searchOf, unfiltered } from './view.js';

describe('the address of a search', () => {
  it.each([
    ['', NOTHING],
    ['?q=%20the%20invoice%20&project_id=p1', { ...NOTHING, q: 'the invoice', project_id: 'p1' }],
    [
      '?q=a&mode=lexical&source_kind=issue&sender=team&from=2026-02-03&to=2026-02-04&conversation=cw:1:2&topK=50',
      {
        q: 'a',
        project_id: '',
        mode: 'lexical',
        source_kind: 'issue',
        sender: 'team',
        from: '2026-02-03',
        to: '2026-02-04',
        conversation: 'cw:1:2',
        topK: 50,
      },
    ],
    ['?mode=guess&source_kind=mail&sender=bot&from=yesterday&topK=7', NOTHING],
  ])('%j asks for a view', (search, view) => expect(readView(search)).toEqual(view));

  it('says what is not so anyway, and is read as it was written', () => {
    expect(searchOf(NOTHING)).toBe('');
    const view = { ...NOTHING, q: 'счёт & Co', project_id: 'p1', sender: 'client' as const };
    expect(readView(`?${searchOf(view)}`)).toEqual(view);
  });

  it('asks once there are words and a project, and filters can be cleared', () => {
    expect([isAsked(NOTHING), isAsked({ ...NOTHING, q: 'a', project_id: 'p' })]).toEqual([false, true]);
    const narrow = { ...NOTHING, q: 'a', from: '2026-02-03' };
    expect([isFiltered(narrow), isFiltered({ ...narrow, ...unfiltered })]).toEqual([true, false]);
  });
});
