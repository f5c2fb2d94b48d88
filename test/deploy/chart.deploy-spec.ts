import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { variables } from '../../src/config/variables.js';
import { readConfig } from '../../src/config/index.js';
import { CHART, chartFile, compileRenderer, defaults, renderChart, withDefaults, type Manifest } from './chart.js';
import { complaintsOf } from './kubernetes-schemas.js';

const SECRET = { existingSecret: 'kag-secrets' };
/** Everything that the chart can do, at once. */
const EVERYTHING = {
  ...SECRET,
  image: { digest: `sha256:${'a'.repeat(64)}` },
  imagePullSecrets: [{ name: 'pull' }],
  extra: {
    volumes: [{ name: 'ca', configMap: { name: 'database-ca' } }],
    volumeMounts: [{ name: 'ca', mountPath: '/etc/kag', readOnly: true }],
    env: [{ name: 'NODE_EXTRA_CA_CERTS', value: '/etc/kag/ca.pem' }],
  },
  serviceAccountName: 'kag',
  config: { CORS_ORIGIN: 'https://app.example.com', LOG_LEVEL: 'warn' },
  api: { podAnnotations: { a: 'b' }, config: { LOG_LEVEL: 'debug' }, nodeSelector: { pool: 'web' } },
  worker: {
    replicas: 3,
    autoscaling: { enabled: false },
    tolerations: [{ key: 'batch', operator: 'Exists', effect: 'NoSchedule' }],
    affinity: { nodeAffinity: {} },
  },
  service: { annotations: { c: 'd' } },
  ingress: {
    enabled: true,
    className: 'nginx',
    host: 'kag.example.com',
    tlsSecretName: 'kag-tls',
    annotations: { e: 'f' },
  },
  networkPolicy: {
    apiFrom: [{ namespaceSelector: { matchLabels: { name: 'ingress' } } }],
    metricsFrom: [{ namespaceSelector: { matchLabels: { name: 'monitoring' } } }],
    egress: [{ to: [{ podSelector: { matchLabels: { app: 'pooler' } } }], ports: [{ port: 6432, protocol: 'TCP' }] }],
  },
  serviceMonitor: { enabled: true, labels: { release: 'prometheus' }, useToken: true },
  prometheusRule: { enabled: true, labels: { release: 'prometheus' } },
};

let folder: string;
let renderer: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kag-chart-'));
  renderer = compileRenderer(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const render = (values: object) => renderChart(renderer, values).manifests;
const one = (manifests: Manifest[], kind: string, end: string): Manifest => {
  const found = manifests.filter((each) => each.kind === kind && each.metadata.name.endsWith(end));
  expect(found.map(({ metadata }) => metadata.name)).toHaveLength(1);
  return found[0]!;
};
const podsOf = (manifests: Manifest[]) =>
  manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'Job').map(({ spec }) => spec.template);
const environmentOf = (manifest: Manifest): Record<string, string> =>
  Object.fromEntries(
    manifest.spec.template.spec.containers[0].env.map((each: { name: string; value: string }) => [
      each.name,
      each.value,
    ]),
  );

describe.each([
  ['as little as it needs', SECRET],
  ['everything', EVERYTHING],
  ['no migration Job, no policies', { ...SECRET, migration: { enabled: false }, networkPolicy: { enabled: false } }],
])('with %s', (_, values) => {
  it('renders manifests that Kubernetes knows', () => {
    expect(complaintsOf(render(values))).toEqual([]);
  });

  it('names everything once, in 63 characters, with the release’s labels', () => {
    const manifests = render({ ...values, fullnameOverride: 'a-very-long-name-'.repeat(8) });
    const names = manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { metadata } of manifests) {
      expect(metadata.name.length).toBeLessThanOrEqual(63);
      expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/instance': 'agency' });
    }
  });

  it('gives no pod more than it needs', () => {
    const pods = podsOf(render(values));
    expect(pods.length).toBeGreaterThanOrEqual(2);
    for (const { spec } of pods) {
      expect(spec).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } });
      for (const container of spec.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources.limits.memory).toEqual(expect.any(String));
        expect(container.resources.requests.cpu).toEqual(expect.any(String));
      }
    }
  });

  it('selects the pods it means, and no others', () => {
    const manifests = render(values);
    const labels = podsOf(manifests).map(({ metadata }) => metadata.labels as Record<string, string>);
    const chosenBy = (selector: Record<string, string>) =>
      labels.filter((each) => Object.entries(selector).every(([name, value]) => each[name] === value)).length;
    for (const { kind, metadata, spec } of manifests) {
      const pods = metadata.name.endsWith('-closed') ? 0 : 1;
      if (kind === 'Service') expect([metadata.name, chosenBy(spec.selector)]).toEqual([metadata.name, pods]);
      if (kind === 'Deployment' || kind === 'PodDisruptionBudget') expect(chosenBy(spec.selector.matchLabels)).toBe(1);
      if (kind === 'NetworkPolicy') expect(chosenBy(spec.podSelector.matchLabels)).toBe(1);
    }
  });

  it('starts the server with a configuration that it takes', () => {
    const secret = {
      DATABASE_URL: 'postgres://kag@db/kag?sslmode=verify-full',
      AUTH_CREDENTIALS: 'admin:correct horse battery',
      SESSION_SECRET: 'only-for-this-test-and-32-characters-long',
    };
    const manifests = render(values);
    for (const role of ['api', 'worker'] as const) {
      const config = readConfig({ ...secret, ...environmentOf(one(manifests, 'Deployment', `-${role}`)) });
      expect(config).toMatchObject({ ROLE: role, NODE_ENV: 'production', PORT: 8080 });
    }
  });
});

it('would notice what Kubernetes does not know', () => {
  const deployment = one(render(SECRET), 'Deployment', '-api');
  const spoilt = [
    { ...deployment, spec: { ...deployment.spec, replicsa: 2 } },
    { ...deployment, spec: { ...deployment.spec, revisionHistoryLimit: '5' } },
  ];
  expect(complaintsOf(spoilt)).toEqual([
    expect.stringContaining('replicsa'),
    expect.stringContaining("'string' is not assignable to type 'number'"),
  ]);
});

it('probes what the routes are for', () => {
  for (const role of ['api', 'worker']) {
    const [container] = one(render(SECRET), 'Deployment', `-${role}`).spec.template.spec.containers;
    expect([container.startupProbe, container.livenessProbe, container.readinessProbe].map((p) => p.httpGet)).toEqual([
      { path: '/health/live', port: 'http' },
      { path: '/health/live', port: 'http' },
      { path: '/health/ready', port: 'http' },
    ]);
  }
});

it('gives a stopping pod longer than the server takes', () => {
  for (const { spec } of podsOf(render(SECRET)).filter((pod) => pod.spec.terminationGracePeriodSeconds !== undefined)) {
    // 29 s until the server ends whatever still hangs, and the api's 5 s before it is told.
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(29 + 5);
  }
});

it('migrates before anything starts, or lets each process do it', () => {
  const before = render(SECRET);
  expect(one(before, 'Job', '-migration')).toMatchObject({
    metadata: { annotations: { 'helm.sh/hook': 'pre-install,pre-upgrade' } },
    spec: { template: { spec: { containers: [{ args: ['--enable-source-maps', 'dist/src/migrate-cli.js'] }] } } },
  });
  expect(environmentOf(one(before, 'Deployment', '-api'))).toMatchObject({ MIGRATE_ON_START: 'false' });

  const alone = render({ ...SECRET, migration: { enabled: false } });
  expect(alone.filter(({ kind }) => kind === 'Job')).toEqual([]);
  expect(environmentOf(one(alone, 'Deployment', '-api'))).toMatchObject({ MIGRATE_ON_START: 'true' });
});

it('gives every pod the files, variables and account that are given to it', () => {
  const pods = podsOf(render(EVERYTHING));
  expect(pods).toHaveLength(3);
  for (const { spec } of pods) {
    expect(spec).toMatchObject({ serviceAccountName: 'kag', automountServiceAccountToken: false });
    expect(spec.volumes).toContainEqual(EVERYTHING.extra.volumes[0]);
    const [container] = spec.containers;
    expect(container.volumeMounts).toContainEqual(EVERYTHING.extra.volumeMounts[0]);
    expect(container.env).toContainEqual(EVERYTHING.extra.env[0]);
    expect(container.image).toBe(`kag-server@sha256:${'a'.repeat(64)}`);
  }
});

it('spreads a release over zones and machines, by itself', () => {
  for (const role of ['api', 'worker']) {
    const { spec } = one(render(SECRET), 'Deployment', `-${role}`);
    expect(spec.minReadySeconds).toBeGreaterThan(0);
    const spread = spec.template.spec.topologySpreadConstraints;
    expect(spread.map((each: any) => [each.topologyKey, each.matchLabelKeys])).toEqual([
      ['topology.kubernetes.io/zone', ['pod-template-hash']],
      ['kubernetes.io/hostname', ['pod-template-hash']],
    ]);
  }
});

it('bounds what a pod writes to its machine', () => {
  for (const { spec } of podsOf(render(SECRET)))
    for (const { resources } of spec.containers)
      expect([resources.requests['ephemeral-storage'], resources.limits['ephemeral-storage']]).toEqual([
        expect.any(String),
        expect.any(String),
      ]);
});

it('takes no more connections than PostgreSQL has, and says so before anything is installed', () => {
  expect(renderChart(renderer, SECRET).notes).toContain('At the most they hold 82 connections');
  const more = { ...SECRET, config: { DATABASE_POOL_MAX: '10' } };
  expect(() => render(more)).toThrow(/database\.maxConnections: 162 connections at the most do not fit into 100/);
  expect(render({ ...more, database: { maxConnections: 200 } }).length).toBeGreaterThan(0);
  expect(render({ ...more, database: { maxConnections: 0 } }).length).toBeGreaterThan(0);
  const few = { autoscaling: { enabled: false }, replicas: 2 };
  expect(renderChart(renderer, { ...more, api: few, worker: few }).notes).toContain('hold 62 connections');
});

it('counts the proxies in front as it is told', () => {
  const behind = { ...EVERYTHING, ingress: { ...EVERYTHING.ingress, hops: 2 } };
  expect(environmentOf(one(render(behind), 'Deployment', '-api'))).toMatchObject({ TRUST_PROXY_HOPS: '2' });
});

it('lets pods out where it is told, and leaves no policy of a migration that is done', () => {
  for (const role of ['api', 'worker', 'migration'])
    expect(one(render(EVERYTHING), 'NetworkPolicy', `-${role}`).spec.egress).toContainEqual(
      EVERYTHING.networkPolicy.egress[0],
    );
  expect(one(render(SECRET), 'NetworkPolicy', '-migration').metadata.annotations).toMatchObject({
    'helm.sh/hook-delete-policy': expect.stringContaining('hook-succeeded'),
  });
});

it('scales workers by what waits, where that is given', () => {
  const metrics = [
    {
      type: 'External',
      external: { metric: { name: 'kag_jobs_due' }, target: { type: 'AverageValue', averageValue: '20' } },
    },
  ];
  const scaled = render({ ...SECRET, worker: { autoscaling: { metrics } } });
  expect(complaintsOf(scaled)).toEqual([]);
  expect(one(scaled, 'HorizontalPodAutoscaler', '-worker').spec.metrics).toEqual(metrics);
});

it('scales workers by what waits through KEDA, where that is there', () => {
  const keda = { enabled: true, serverAddress: 'http://prometheus.monitoring:9090', authentication: 'prometheus' };
  const scaled = render({ ...SECRET, keda });
  expect(complaintsOf(scaled)).toEqual([]);
  const { spec } = one(scaled, 'ScaledObject', '-worker');
  expect(spec).toMatchObject({ minReplicaCount: 2, maxReplicaCount: 8 });
  expect(spec.scaleTargetRef.name).toBe(one(scaled, 'Deployment', '-worker').metadata.name);
  expect(spec.triggers).toEqual([
    {
      type: 'prometheus',
      metadata: {
        serverAddress: keda.serverAddress,
        query: 'max(kag_queue_depth{namespace="tools",state="queued"}) + max(kag_jobs_due{namespace="tools"})',
        threshold: '20',
      },
      authenticationRef: { name: 'prometheus' },
    },
  ]);
  // Two that scale the same pods would fight.
  expect(scaled.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(({ metadata }) => metadata.name)).toEqual([
    'agency-kag-server-api',
  ]);
  expect(one(scaled, 'Deployment', '-worker').spec.replicas).toBeUndefined();
  const query = 'sum(waiting)';
  const own = one(render({ ...SECRET, keda: { ...keda, query, authentication: '' } }), 'ScaledObject', '-worker');
  expect(own.spec.triggers[0]).toMatchObject({ metadata: { query } });
  expect(own.spec.triggers[0].authenticationRef).toBeUndefined();
});

it('keeps /metrics off the ingress, unless it is let through', () => {
  const pathsOf = (manifests: Manifest[]) =>
    one(manifests, 'Ingress', 'kag-server').spec.rules[0].http.paths.map(({ path, pathType, backend }: any) => [
      path,
      pathType,
      backend.service.name,
    ]);
  const closed = render(EVERYTHING);
  expect(pathsOf(closed)).toEqual([
    ['/metrics', 'Prefix', 'agency-kag-server-closed'],
    ['/v1/metrics', 'Prefix', 'agency-kag-server-closed'],
    ['/', 'Prefix', 'agency-kag-server'],
  ]);
  expect(one(closed, 'Service', '-closed').spec.selector).toMatchObject({ 'app.kubernetes.io/component': 'closed' });
  const open = render({ ...EVERYTHING, ingress: { ...EVERYTHING.ingress, metrics: true } });
  expect(pathsOf(open)).toEqual([['/', 'Prefix', 'agency-kag-server']]);
  expect(open.filter(({ metadata }) => metadata.name.endsWith('-closed'))).toEqual([]);
});

it('lets a role’s own setting win, and the release’s over the chart’s', () => {
  const manifests = render(EVERYTHING);
  expect(environmentOf(one(manifests, 'Deployment', '-api'))).toMatchObject({
    CORS_ORIGIN: 'https://app.example.com',
    LOG_LEVEL: 'debug',
    TRUST_PROXY_HOPS: '1',
  });
  expect(environmentOf(one(manifests, 'Deployment', '-worker'))).toMatchObject({ LOG_LEVEL: 'warn' });
});

it('leaves the number of pods to whoever scales them', () => {
  const manifests = render(EVERYTHING);
  expect(one(manifests, 'Deployment', '-api').spec.replicas).toBeUndefined();
  expect(one(manifests, 'HorizontalPodAutoscaler', '-api').spec.scaleTargetRef.name).toBe(
    one(manifests, 'Deployment', '-api').metadata.name,
  );
  expect(one(manifests, 'Deployment', '-worker').spec.replicas).toBe(3);
  expect(manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')).toHaveLength(1);
});

it('lets Prometheus in wherever it lets in anyone', () => {
  const monitoring = EVERYTHING.networkPolicy.metricsFrom[0];
  for (const role of ['api', 'worker']) {
    const [rule] = one(render(EVERYTHING), 'NetworkPolicy', `-${role}`).spec.ingress;
    expect(rule.from).toContainEqual(monitoring);
    const [open] = one(render(SECRET), 'NetworkPolicy', `-${role}`).spec.ingress;
    expect(open.from).toBeUndefined();
  }
});

it('brings the alert rules as they are, their runbook where people read it', () => {
  const rules = (text: string) => parse(text).groups;
  const asTheyAre = rules(chartFile('files/alerts.yaml'));
  expect(asTheyAre.length).toBeGreaterThan(0);
  expect(one(render(EVERYTHING), 'PrometheusRule', 'kag-server').spec.groups).toEqual(asTheyAre);

  const elsewhere = { prometheusRule: { enabled: true, runbookBaseUrl: 'https://code.example.com/kag/' } };
  const links = one(render({ ...SECRET, ...elsewhere }), 'PrometheusRule', 'kag-server').spec.groups.flatMap(
    (group: any) => group.rules.map((rule: any) => rule.annotations.runbook_url),
  );
  for (const link of links) expect(link).toMatch(/^https:\/\/code\.example\.com\/kag\/docs\/runbook\.en\.md#\w+$/);
});

it('tells where to go on', () => {
  expect(renderChart(renderer, EVERYTHING).notes).toContain('https://kag.example.com/docs');
  expect(renderChart(renderer, SECRET).notes).toContain('port-forward service/agency-kag-server 8080:80');
});

describe('values', () => {
  const schema = JSON.parse(chartFile('values.schema.json'));
  const validate = new Ajv({ strict: false }).compile(schema);

  it.each([
    ['its own', {}],
    ['everything', EVERYTHING],
  ])('%s fit the schema', (_, values) => {
    validate(withDefaults(values));
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['a variable that the server does not read', { config: { LOG_LEVL: 'warn' } }],
    ['a secret in plain sight', { config: { SESSION_SECRET: 'x' } }],
    ['a variable that is the chart’s', { config: { ROLE: 'all' } }],
    ['a number where text is asked for', { api: { config: { DATABASE_POOL_MAX: 20 } } }],
    ['a key that is misspelt', { wroker: {} }],
    ['an ingress without a host', { ingress: { enabled: true } }],
    ['KEDA without a Prometheus', { keda: { enabled: true } }],
    ['a port out of range', { service: { port: 70_000 } }],
    ['negative replicas', { worker: { replicas: -1 } }],
  ])('refuses %s', (_, values) => {
    expect(validate(withDefaults(values))).toBe(false);
  });

  it('refuses to render without a Secret', () => {
    expect(() => render({})).toThrow(/existingSecret: name a Secret with DATABASE_URL/);
  });

  it('may be every variable that is no secret and not the chart’s own, by name', () => {
    const chartsOwn = ['PORT', 'HOST', 'ROLE', 'NODE_ENV', 'MIGRATE_ON_START', 'EMBEDDED_DATA_DIR'];
    const free = Object.entries(variables)
      .filter(([name, { secret }]) => secret !== true && !chartsOwn.includes(name))
      .map(([name]) => name);
    expect(schema.$defs.config.propertyNames.enum).toEqual(free);
  });

  it('are all described: each key is in the schema', () => {
    expect(
      Object.keys(schema.properties)
        .filter((key) => key !== 'global')
        .sort(),
    ).toEqual(Object.keys(defaults()).sort());
  });
});

// The renderer of these tests stands in for Helm where a machine has none.
const hasHelm = spawnSync('helm', ['version']).status === 0;
(hasHelm ? it : it.skip)(
  `is linted and rendered by Helm itself${hasHelm ? '' : ' (not run: there is no helm)'}`,
  () => {
    const helm = (...args: string[]) =>
      execFileSync('helm', [...args, '--set', `existingSecret=${SECRET.existingSecret}`], { encoding: 'utf8' });
    helm('lint', '--strict', CHART);
    const rendered = parseAllDocuments(helm('template', 'agency', CHART, '--namespace', 'tools'))
      .map((document) => document.toJS() as Manifest | null)
      .filter((manifest) => manifest !== null);
    const names = (manifests: Manifest[]) => manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort();
    expect(names(rendered)).toEqual(names(render(SECRET)));
  },
);

it('is of the server’s version', async () => {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(parse(chartFile('Chart.yaml'))).toMatchObject({ version, appVersion: version });
});
