import { build } from '../build.js';
import startDatabases from '../start-databases.js';
import { chromiumPath } from './chromium.js';
import { emptyScreenshots } from './screenshot.js';

/** Once before the tests in a browser. */
export default async function start(config: { maxWorkers: number }): Promise<void> {
  chromiumPath();
  emptyScreenshots();
  build('build:web');
  await startDatabases(config);
}
