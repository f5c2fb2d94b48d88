import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';

export const CHART = join(import.meta.dirname, '../../deploy/helm/kag-server');
const RENDERER = join(import.meta.dirname, 'render-chart');

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  spec: any;
}

export const chartFile = (name: string): string => readFileSync(join(CHART, name), 'utf8');
export const defaults = (): Record<string, any> => parse(chartFile('values.yaml'));

/**
 * Compiles the renderer, once; where it is then. Debian's golang-go and golang-github-masterminds-sprig-dev bring what
 * it needs.
 */
export function compileRenderer(into: string): string {
  const binary = join(into, 'render-chart');
  execFileSync('go', ['build', '-o', binary, join(RENDERER, 'main.go')], {
    env: { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(into, 'go-cache') },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: HANG_LIMIT_MS,
  });
  return binary;
}

/** The chart's values with these on top, as Helm merges them: objects by key, everything else as a whole. */
export function withDefaults(values: object): Record<string, any> {
  return merge(defaults(), values);
}

function merge(under: any, over: any): any {
  const isObject = (one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!isObject(under) || !isObject(over)) return over;
  const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, key in over ? merge(under[key], over[key]) : under[key]]));
}

/**
 * Renders the chart with these values on top of its own.
 * @throws the renderer's message where a template refuses them
 */
export function renderChart(renderer: string, values: object): { manifests: Manifest[]; notes: string } {
  const templates = Object.fromEntries(
    readdirSync(join(CHART, 'templates')).map((name) => [name, chartFile(join('templates', name))]),
  );
  const { name, version, appVersion } = parse(chartFile('Chart.yaml'));
  const files = Object.fromEntries(
    readdirSync(join(CHART, 'files')).map((file) => [`files/${file}`, chartFile(join('files', file))]),
  );
  const given = {
    templates,
    files,
    top: {
      Values: withDefaults(values),
      Chart: { Name: name, Version: version, AppVersion: appVersion },
      Release: { Name: 'agency', Namespace: 'tools', Service: 'Helm' },
    },
  };
  const printed = execFileSync(renderer, {
    input: JSON.stringify(given),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { 'NOTES.txt': notes = '', ...rendered } = JSON.parse(printed) as Record<string, string>;
  const manifests = Object.entries(rendered).flatMap(([file, text]) =>
    parseAllDocuments(text, { uniqueKeys: true }).flatMap((document) => {
      const [error] = document.errors;
      if (error) throw new Error(`${file}: ${error.message}`);
      const manifest: unknown = document.toJS();
      return manifest === null ? [] : [manifest as Manifest];
    }),
  );
  return { manifests, notes };
}
