import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export const RULES_FILE = 'monitoring/prometheus/alerts.yaml';

export interface AlertRule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; description: string; runbook_url: string };
}

export interface AlertGroup {
  name: string;
  rules: AlertRule[];
}

/** The rules as they are written, in their groups. */
export async function alertGroups(): Promise<AlertGroup[]> {
  return (parse(await readFile(RULES_FILE, 'utf8')) as { groups: AlertGroup[] }).groups;
}
