import { build } from './build.js';
import startDatabases from './start-databases.js';

/** Once before the tests that run the built server: builds what they run, and starts their databases. */
export default async function startBuilt(config: { maxWorkers: number }): Promise<void> {
  build('build');
  await startDatabases(config);
}
