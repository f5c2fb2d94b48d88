import { ServerLog } from '../../demo/server-log.js';

describe('the log of a server that is waited for', () => {
  it('tells its steps, and shows and keeps its errors only', () => {
    const [steps, errors]: [string[], string[]] = [[], []];
    const log = new ServerLog(
      (step) => steps.push(step),
      (line) => errors.push(line),
    );
    const lines = [
      '[12:00:00.000] INFO: opening the database in ./.data {"seconds":5}',
      '[12:00:01.000] INFO (request-1): starting the modules',
      '[12:00:02.000] WARN: slow',
      '[12:00:03.000] ERROR: no space {"code":"ENOSPC"}',
      'The embedded database in ./.data can’t be used: the disk is full.',
    ];
    for (const line of lines) log.take(line);
    expect(steps).toEqual(['opening the database in ./.data', 'starting the modules']);
    expect([log.doing, log.lines, log.lastErrors]).toEqual(['starting the modules', 5, lines.slice(3).join('\n')]);
    expect(errors).toEqual(lines.slice(3));
  });
});
