import { AppError } from '../common/app-error.js';
import { asError, failedAnswer } from './answer.js';

describe('failedAnswer', () => {
  it.each([
    new AppError('conflict', 'There is one already'),
    new AppError('validation_failed', 'No', [{ path: 'name', problem: 'is short' }]),
    new AppError('rate_limited', 'Later', undefined, { retryAfterSeconds: 7 }),
    new AppError('vendor_failed', 'Chatwoot is down', { job_run_id: 'r-1' }),
  ])('keeps $code and gives it back as it was', (thrown) => {
    const answer = failedAnswer(thrown);
    if (!answer || !('error' in answer)) throw new Error('it is kept');
    const stored = JSON.parse(JSON.stringify(answer)) as typeof answer;
    expect(asError(stored)).toEqual(thrown);
  });

  it.each([
    new Error('bug'),
    new AppError('service_unavailable', 'Down'),
    new AppError('internal_error', 'Bug'),
    'text',
  ])('does not keep %p', (thrown) => {
    expect(failedAnswer(thrown)).toBeNull();
  });
});
