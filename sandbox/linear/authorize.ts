import type { Exchange } from '../http/exchange.js';
import { bearerKey, unauthenticated } from './problems.js';

/**
 * A personal key stands bare in the header, an OAuth token behind `Bearer `.
 * @throws HttpProblem
 */
export function authorize(token: string | undefined, exchange: Exchange): void {
  const header = exchange.headers.authorization?.trim() ?? '';
  const [, carried] = /^Bearer\s+(.*)$/i.exec(header) ?? [];
  if (carried?.startsWith('lin_api_')) throw bearerKey();
  const given = carried ?? header;
  if (given === '' || (token !== undefined && given !== token)) throw unauthenticated();
}
