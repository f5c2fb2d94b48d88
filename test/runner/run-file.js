import { createRequire, flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { serve } from './globals.js';
import { listSourceMaps } from './typescript.js';

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner');

const ran = new Map();

/**
 * Runs a test file as Jest does, but lets Node load its modules. Jest loads every module again for every file; Node
 * keeps them, which halves the suite's CPU time. So a file that changes what others see too has to put it back.
 */
export default async function runFile(globalConfig, config, environment, runtime, testPath, sendMessage) {
  listSourceMaps(runtime.getSourceMaps());
  const shared = Object.assign(Object.create(runtime), {
    // Circus holds the tests of one file.
    requireInternalModule(path) {
      delete require.cache[path];
      delete globalThis[Symbol.for('EVENT_HANDLERS')];
      return require(path);
    },
    requireModule: require,
    setGlobalsForRuntime(globals) {
      runtime.setGlobalsForRuntime(globals);
      serve(runtime.requireModuleOrMock(testPath, '@jest/globals'));
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(path === testPath ? onceMore(path) : pathToFileURL(path).href),
  });
  try {
    return await circus(globalConfig, config, environment, shared, testPath, sendMessage);
  } finally {
    // Else a worker writes all of it as it ends, and Jest kills workers that take half a second to end.
    flushCompileCache();
  }
}

/** Another address each time, since Node runs a module once. */
function onceMore(path) {
  const times = ran.get(path) ?? 0;
  ran.set(path, times + 1);
  return `${pathToFileURL(path)}${times === 0 ? '' : `?${times}`}`;
}
