const { existsSync, readdirSync } = require('node:fs');

/**
 * Which module may know which: imports go from later lines to earlier ones, neighbours on a line are strangers, and a
 * module is entered through its index.ts only.
 */
const levels = [
  ['common'],
  ['config'],
  ['http'],
  ['openai'],
  ['database'],
  ['metrics'],
  ['audit', 'idempotency', 'replica-reads'],
  ['projects'],
  ['auth', 'source-records'],
  ['kag-events'],
  ['jobs'],
  ['search'],
  ['connectors'],
  ['kag-signals'],
  ['event-feedback', 'kag-snapshots', 'second-opinions'],
  ['similarity'],
  ['kag-forecast'],
  ['kag-recommendations'],
  ['actions', 'kag-pipeline', 'portfolio'],
  ['digest'],
  ['change-stream'],
  ['removal'],
  ['health'],
  ['ops'],
];
const S = '^src/';
const own = `${S}$1/`;
const common = `${S}common/`;
const door = `${S}[^/]+/index\\.ts$`;
const spec = 'spec\\.ts$';
/** Folders of vendors: those that declare one. */
const vendors = readdirSync('src/connectors')
  .filter((name) => existsSync(`src/connectors/${name}/vendor.ts`))
  .join('|');
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...levels.flatMap((peers, i) =>
      peers
        .map((module) => [module, [...peers.filter((peer) => peer !== module), ...levels.slice(i + 1).flat()]])
        .filter(([, closed]) => closed.length > 0)
        .map(([module, closed]) =>
          rule(`direction:${module}`, { path: `${S}${module}/` }, { path: `${S}(${closed.join('|')})/` }),
        ),
    ),
    rule('front-door', { path: `${S}([^/]+)/`, pathNot: spec }, { path: `${S}[^/]+/`, pathNot: [own, door, common] }),
    rule('front-door-for-roots', { path: `${S}[^/]+\\.ts$` }, { path: `${S}[^/]+/`, pathNot: [door, common] }),
    rule('not-your-own-door', { path: `${S}([^/]+)/`, pathNot: 'index\\.ts$' }, { path: `${own}index\\.ts$` }),
    rule(
      'pure-domain',
      { path: `${S}([^/]+)/domain/`, pathNot: spec },
      { pathNot: [`${own}domain/`, common], dependencyTypesNot: ['type-only'] },
    ),
    rule('domain-ignores-storage', { path: `${S}([^/]+)/domain/` }, { path: '\\.(entity|repository)\\.ts$' }),
    rule('pure-common', { path: common, pathNot: spec }, { pathNot: [common, '^(node:)?crypto$'] }),
    rule(
      'typeorm-behind-repositories',
      { path: S, pathNot: ['\\.(entity|repository|module)\\.ts$', 'kit/source-table\\.ts$', `${S}database/`, spec] },
      { path: '^node_modules/(typeorm|@nestjs/typeorm|pg)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'connectors-are-strangers',
      { path: `${S}connectors/(${vendors})/` },
      { path: `${S}connectors/(${vendors})/`, pathNot: `${S}connectors/$1/` },
    ),
    rule(
      'core-and-kit-know-no-vendor',
      { path: `${S}connectors/(core|kit|domain)/` },
      { path: `${S}connectors/(${vendors})/` },
    ),
    rule(
      'browser-code-stands-alone',
      { path: '^web/', pathNot: spec },
      { pathNot: ['^(web|client)/', '^node_modules/(preact|chartist)/'] },
    ),
    rule(
      'browser-code-takes-types-of-the-client',
      { path: '^web/' },
      { path: '^client/', dependencyTypesNot: ['type-only'] },
    ),
    rule('server-code-stands-alone', { path: '^src/' }, { path: '^web/' }),
    rule('no-cycles', {}, { circular: true }),
    rule('no-test-code', { path: S, pathNot: spec }, { path: [spec, '^test/'] }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
};
