import { Gauge, register } from 'prom-client';

/** What the process is there for: lets alerts tell a missing worker from a missing api, however targets are called. */
export function defineProcessInfo(role: string): void {
  const name = 'kag_process_info';
  register.removeSingleMetric(name);
  new Gauge({ name, help: '1 for each process, by its ROLE', labelNames: ['role'] }).set({ role }, 1);
}
