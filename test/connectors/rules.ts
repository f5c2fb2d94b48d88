/** What every vendor's connector is held to: for each rule, the cases of the suite that break without it. */
export const RULES: Readonly<Record<string, { readonly file: string; readonly cases: readonly string[] }>> = {
  'a walk proves its end': {
    file: 'paging',
    cases: [
      'fewer records at once than it is asked for is read to its end',
      'the same page again and again is noticed',
    ],
  },
  'an absence is believed of the vendor’s own kind of answer alone': {
    file: 'rereading',
    cases: ['a page for people', 'marks one that is gone', 'during an outage is the outage’s failure'],
  },
  'no stream holds another': {
    file: 'streams',
    cases: [
      'that is closed from the beginning holds up no other',
      'that is out is told by its kind, and the next sync heals',
    ],
  },
  'what can’t be read is refused row by row': {
    file: 'failures',
    cases: ['fails alone, with its ref, what is wrong with it, and as it came', 'is not taken for a removed one'],
  },
  'what the database refuses is never handed to it': {
    file: 'texts',
    cases: ['with a NUL', 'with half a surrogate pair'],
  },
  'each stream goes on from its own place': {
    file: 'streams',
    cases: [
      'goes on where it stopped, whatever became of the others',
      'that is closed later is not taken for empty, and goes on from its own cursor',
    ],
  },
  'what is too much at once is asked for in smaller parts': {
    file: 'failures',
    cases: ['for being one of too many in an answer is asked for among fewer, and nothing of it is cut'],
  },
  'a run can be stopped': {
    file: 'running',
    cases: ['stops at once when it is told to, though the vendor is silent', 'goes on where it was stopped'],
  },
  'a long list is swept': {
    file: 'sweeping',
    cases: ['is looked through again, as a whole or in parts, until what vanished from it is gone'],
  },
};
