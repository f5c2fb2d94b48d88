/**
 * What specs import as '@jest/globals'. Jest makes them for each test file; the modules that import them are loaded
 * once for all files, so these pass on to those of the file that runs.
 */
let current;

export function serve(globals) {
  current = globals;
}

const of = (name) =>
  new Proxy(() => {}, {
    apply: (_target, _self, given) => current[name](...given),
    get: (_target, key) => current[name][key],
  });

export const afterAll = of('afterAll');
export const afterEach = of('afterEach');
export const beforeAll = of('beforeAll');
export const beforeEach = of('beforeEach');
export const describe = of('describe');
export const expect = of('expect');
export const it = of('it');
export const jest = of('jest');
export const test = of('test');
