import { AppError } from '../common/app-error.js';
import { encodingProblem } from '../common/encoding.js';

/** @throws AppError `service_unavailable` where the database can't keep every character */
export async function assertUtf8(query: (text: string) => Promise<unknown[]>): Promise<void> {
  const [row] = (await query(`SELECT current_setting('server_encoding') AS encoding`)) as { encoding: string }[];
  const problem = row ? encodingProblem(row.encoding) : null;
  if (problem) throw new AppError('service_unavailable', `${problem.what} ${problem.cure}`);
}
