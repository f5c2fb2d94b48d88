import { parser } from '@prometheus-io/lezer-promql';
import type { ExportedMetric } from '../../generate/metrics.js';

/** What Prometheus itself makes, beside what it scrapes. */
const OF_PROMETHEUS: readonly Pick<ExportedMetric, 'name' | 'type' | 'labels' | 'sampled' | 'perProject'>[] = [
  { name: 'up', type: 'gauge', labels: [], sampled: false, perProject: false },
  {
    name: 'ALERTS',
    type: 'gauge',
    labels: ['alertname', 'alertstate', 'severity'],
    sampled: false,
    perProject: false,
  },
];
/** What Prometheus puts on whatever it scrapes. */
const OF_TARGETS = ['job', 'instance'];
const PARTS = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'], counter: [''], gauge: [''] };

/** A series by its name: the labels it may have, and whether every process tells the same of it. */
interface Series {
  labels: ReadonlySet<string>;
  sampled: boolean;
}

type Node = ReturnType<typeof parser.parse>['topNode'];

/** Holds PromQL against what is exported. */
export class Expressions {
  private readonly series = new Map<string, Series>();

  constructor(metrics: readonly ExportedMetric[]) {
    for (const { name, type, labels, sampled, perProject } of [...metrics, ...OF_PROMETHEUS])
      for (const part of PARTS[type]) {
        const more = [...(part === '_bucket' ? ['le'] : []), ...(perProject ? ['project'] : [])];
        this.series.set(`${name}${part}`, { labels: new Set([...labels, ...more, ...OF_TARGETS]), sampled });
      }
  }

  /** Names of the series that an expression asks for. */
  asked(expression: string): string[] {
    return all(parser.parse(plain(expression)).topNode, 'VectorSelector').map((node) =>
      textOf(plain(expression), node.getChild('Identifier')),
    );
  }

  /** The labels that its result can have. */
  labelsOf(expression: string): Set<string> {
    const text = plain(expression);
    return this.labelsIn(text, parser.parse(text).topNode);
  }

  /** What is wrong with an expression, in words; nothing for one that can be right. */
  faults(expression: string): string[] {
    const text = plain(expression);
    const tree = parser.parse(text).topNode;
    const faults = all(tree, '⚠').map((node) => `can't be read at ${text.slice(node.from, node.from + 20)}`);
    for (const selector of all(tree, 'VectorSelector')) {
      const name = textOf(text, selector.getChild('Identifier'));
      const series = this.series.get(name);
      if (!series) {
        faults.push(`${name} is not exported`);
        continue;
      }
      for (const label of all(selector, 'LabelName').map((node) => textOf(text, node)))
        if (!series.labels.has(label)) faults.push(`${name} has no label ${label}`);
      const joined = aggregation(text, selector);
      if (series.sampled && joined !== 'max')
        faults.push(`${name} is the same from every process: take max of it first, not ${joined ?? 'nothing'}`);
    }
    for (const aggregate of all(tree, 'AggregateExpr')) {
      const known = this.labelsIn(text, aggregate.getChild('FunctionCallBody') ?? aggregate);
      for (const grouping of aggregate.getChild('AggregateModifier')?.getChildren('GroupingLabels') ?? [])
        for (const label of all(grouping, 'LabelName').map((node) => textOf(text, node)))
          if (!known.has(label)) faults.push(`nothing below has a label ${label} to group by`);
    }
    return faults;
  }

  private labelsIn(text: string, node: Node): Set<string> {
    if (node.name === 'AggregateExpr') {
      const inner = this.labelsIn(text, node.getChild('FunctionCallBody') ?? node.firstChild ?? node);
      const operator = textOf(text, node.getChild('AggregateOp'));
      if (operator === 'topk') return inner;
      const by = node.getChild('AggregateModifier')?.getChild('GroupingLabels');
      const grouped = new Set(by ? all(by, 'LabelName').map((each) => textOf(text, each)) : []);
      return new Set([...inner].filter((label) => grouped.has(label)));
    }
    if (node.name === 'VectorSelector')
      return new Set(this.series.get(textOf(text, node.getChild('Identifier')))?.labels ?? []);
    const found = new Set<string>();
    for (let child = node.firstChild; child; child = child.nextSibling)
      for (const label of this.labelsIn(text, child)) found.add(label);
    return found;
  }
}

/** Grafana's variables stand for text that is put in before Prometheus sees it. */
const plain = (expression: string): string => expression.replaceAll('$__rate_interval', '5m');

function all(node: Node, name: string): Node[] {
  const found: Node[] = node.name === name ? [node] : [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(...all(child, name));
  return found;
}

const textOf = (text: string, node: Node | null): string => (node ? text.slice(node.from, node.to) : '');

/** The aggregation that a selector is in, the innermost. */
function aggregation(text: string, selector: Node): string | null {
  for (let node = selector.parent; node; node = node.parent)
    if (node.name === 'AggregateExpr') return textOf(text, node.getChild('AggregateOp'));
  return null;
}
