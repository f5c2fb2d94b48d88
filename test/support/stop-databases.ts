import pg from 'pg';

export default async function stopDatabases(): Promise<void> {
  const { kagEmbedded: embedded = [], kagTemplate: template } = globalThis;
  globalThis.kagEmbedded = undefined;
  globalThis.kagTemplate = undefined;
  await Promise.all(embedded.map((one) => one.stop()));
  if (!template) return;
  const admin = new pg.Client({ connectionString: template.server });
  await admin.connect();
  await admin.query(`DROP DATABASE ${template.name} WITH (FORCE)`);
  await admin.end();
}
