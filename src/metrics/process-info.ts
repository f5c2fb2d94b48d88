import { Gauge, register } from 'prom-client';
import { VERSION } from '../common/server-version.js';

/**
 * What the process is there for, and of which version: lets alerts tell a missing worker from a missing api, however
 * targets are called.
 */
export function defineProcessInfo(role: string): void {
  const name = 'kag_process_info';
  register.removeSingleMetric(name);
  new Gauge({ name, help: '1 for each process, by its ROLE and version', labelNames: ['role', 'version'] }).set(
    { role, version: VERSION },
    1,
  );
}
