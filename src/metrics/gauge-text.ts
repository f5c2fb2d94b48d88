/** A figure with the labels that tell it from others of its gauge. */
export interface GaugeSample {
  labels: readonly (readonly [name: string, value: string])[];
  value: number;
}

/**
 * A gauge in Prometheus' text format 0.0.4. Written once for each sample and not for each scrape: thousands of projects
 * make more than a megabyte of it, for which prom-client needs 120 ms and more.
 */
export function gaugeText(name: string, help: string, samples: readonly GaugeSample[]): string {
  const lines = samples.map(({ labels, value }) => {
    const pairs = labels.map(([label, held]) => `${label}="${escaped(held).replaceAll('"', '\\"')}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${escaped(help)}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
