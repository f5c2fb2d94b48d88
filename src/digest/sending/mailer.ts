import { createTransport } from 'nodemailer';
import type { Config } from '../../config/index.js';
import type { Mail } from '../domain/mail.js';

/** The mail server will not take this one, however often it is sent. */
export class MailRefused extends Error {}

/**
 * Gives a mail to the server of SMTP_URL.
 * @param id the same for each try, so that a mailbox can tell a mail that comes twice
 * @throws MailRefused, or an Error for what a repetition may mend
 */
export async function sendMail(
  config: Pick<Config, 'SMTP_URL' | 'SMTP_FROM' | 'PLAINTEXT_HOSTS' | 'production'>,
  to: string,
  mail: Mail,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const { SMTP_URL: url, SMTP_FROM: from } = config;
  if (url === null || from === null) throw new MailRefused('SMTP_URL or SMTP_FROM is not set');
  const { hostname } = new URL(url);
  const transport = createTransport({
    url,
    // Else a network in between could keep the server from offering TLS.
    requireTLS: config.production && config.PLAINTEXT_HOSTS?.includes(hostname) !== true,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from, to: { name: '', address: to }, ...mail, messageId: `<${id}@kag-server>`, signal });
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message: string };
    if (responseCode !== undefined && responseCode >= 500) throw new MailRefused(message);
    throw error;
  } finally {
    transport.close();
  }
}
