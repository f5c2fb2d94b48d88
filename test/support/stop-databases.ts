import pg from 'pg';

export default async function stopDatabases(): Promise<void> {
  await Promise.all((globalThis.kagEmbedded ?? []).map((embedded) => embedded.stop()));
  const template = globalThis.kagTemplate;
  if (!template) return;
  const admin = new pg.Client({ connectionString: template.server });
  await admin.connect();
  await admin.query(`DROP DATABASE ${template.name} WITH (FORCE)`);
  await admin.end();
}
