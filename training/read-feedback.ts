import { readConfig } from '../src/config/index.js';
import { declareRecords, vendorsOf } from '../src/connectors/vendors.js';
import { openDatabase } from '../src/database/index.js';
import { judgedTexts, type JudgedTexts } from '../src/event-feedback/judged-texts.js';
import { RecordTables } from '../src/source-records/index.js';

/**
 * What people said in the database at `url`, which is only read.
 * @throws Error of the driver, or where it is too old
 */
export async function readFeedback(url: string): Promise<JudgedTexts> {
  const records = new RecordTables();
  declareRecords(vendorsOf(readConfig({})), records);
  const open = await openDatabase(url, 1);
  try {
    const [found] = await open.database.query<{ there: boolean }>(
      `SELECT to_regclass('kag_event_feedback') IS NOT NULL AS there`,
    );
    if (found?.there !== true) throw new Error('The database knows no feedback yet: npm run migrate brings it to head');
    return await judgedTexts(open.database, records);
  } finally {
    await open.close();
  }
}
