import { alertGroups, RULES_FILE, type AlertRule } from '../alert-rules.js';
import { GENERATED_NOTE, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
Rules for Prometheus in [${RULES_FILE}](../../${RULES_FILE}), built on [these metrics](metrics.md) alone. \`critical\` is for
now, \`warning\` for today, \`info\` for this week. They speak of one installation: let each have a Prometheus of its own, or
add a matcher for it. \`npm run check:alerts\` runs their unit tests, in which each fires where it should and nowhere else.
`;

/** docs/reference/alerts.md. */
export const alertsPage: GeneratedFile = {
  path: 'docs/reference/alerts.md',
  async content() {
    const groups = await alertGroups();
    return [
      GENERATED_NOTE.replace('the code', RULES_FILE),
      '# Alerts',
      INTRODUCTION,
      ...groups.flatMap(({ name, rules }) => [`## ${name}`, ...rules.map(entry)]),
    ].join('\n\n');
  },
};

const entry = ({ alert, expr, for: lasting, labels, annotations }: AlertRule): string =>
  [
    `### ${alert}`,
    `**${labels.severity}**, once it has held for ${lasting}. ${plain(annotations.summary)}. ${plain(annotations.description)}`,
    `What to do: [${annotations.runbook_url}](../../${annotations.runbook_url})`,
    `\`\`\`promql\n${expr.trim()}\n\`\`\``,
  ].join('\n\n');

/** A template without its values: labels by their names, the figure as three dots. */
const plain = (template: string): string =>
  template.replace(/\{\{ *\$labels\.(\w+) *\}\}/g, '‹$1›').replace(/\{\{ *\$value[^}]*\}\}/g, '…');
