import type { FieldProblem } from '../../common/app-error.js';
import type { QuietHours, Schedule } from './schedule.js';

/** What is wrong with when a digest is to be sent, of what no single field tells. */
export function scheduleProblems(
  { period, days }: Pick<Schedule, 'period' | 'days'>,
  quiet: QuietHours | null,
): FieldProblem[] {
  return [
    ...(period === 'week' && days.length !== 1
      ? [{ path: 'days', problem: 'must be one day of a weekly digest' }]
      : []),
    ...(quiet !== null && quiet.start === quiet.end
      ? [{ path: 'quiet_hours', problem: 'must end at another time than they begin' }]
      : []),
  ];
}
