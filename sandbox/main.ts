import { type Sandbox, startSandbox } from './sandbox.js';

/**
 * A number from the environment.
 * @throws when it is set and no number
 */
function numberFrom(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not '${text}'`);
  return value;
}

async function start(): Promise<Sandbox> {
  const file = process.env['SANDBOX_CONVERSATIONS'];
  const days = process.env['SANDBOX_AGENCY'];
  const sandbox = await startSandbox({
    port: numberFrom('SANDBOX_PORT', 4010),
    host: process.env['SANDBOX_HOST'] || '127.0.0.1',
    ...(file ? { conversationsFile: file } : {}),
    ...(days ? { agency: numberFrom('SANDBOX_AGENCY', 0) } : {}),
  });
  const delayMs = numberFrom('SANDBOX_LATENCY_MS', 0);
  if (delayMs > 0) sandbox.faults.add({ kind: 'latency', delayMs });
  return sandbox;
}

function explain(error: unknown): string {
  const { code, message, path, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `port ${port} is taken; set SANDBOX_PORT to a free one`;
  if (code === 'ENOENT') return `SANDBOX_CONVERSATIONS: no file ${path}`;
  return message;
}

try {
  const sandbox = await start();
  const { conversations, messages } = sandbox.world.tables;
  console.log(
    `sandbox ready at ${sandbox.url} (Chatwoot account ${sandbox.world.accountId}, any token; Linear at /graphql; Attio at /v2; embeddings at /v1; ` +
      `${conversations.size} conversations, ${messages.size} messages)`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(`sandbox: ${explain(error)}`);
  process.exit(1);
}
