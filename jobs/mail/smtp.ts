/** One conversation with a mail server, and what became of the mail. */
import nodemailer, { type NodemailerError, type SendMailOptions } from 'nodemailer';

/**
 * `refused`: the server said no, or nothing was handed over; `permanent` when asking again is of no use.
 * `unknown`: all was handed over and no answer came, so it may have been taken.
 */
export type Outcome =
  | { outcome: 'sent' }
  | { outcome: 'refused'; permanent: boolean; says: string }
  | { outcome: 'unknown'; says: string };

/** Waiting times in milliseconds: to connect, for the greeting, for any answer. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

export async function sendBySmtp(smtp_url: string, mail: SendMailOptions): Promise<Outcome> {
  let handedOver = false;
  const logger = {
    ...Object.fromEntries(
      ['trace', 'debug', 'warn', 'error', 'fatal'].map((level) => [level, () => undefined])
    ),
    // The only word that nodemailer gives of the last byte having gone out.
    info: (entry?: { tnx?: string }) => {
      if (entry?.tnx === 'message') handedOver = true;
    }
  };
  const transport = nodemailer.createTransport({ url: smtp_url, ...patience, logger });
  try {
    await transport.sendMail(mail);
    return { outcome: 'sent' };
  } catch (error) {
    const failure = error as NodemailerError;
    const says = withoutSecrets(failure.message, smtp_url);
    if (handedOver && failure.responseCode === undefined) return { outcome: 'unknown', says };
    return { outcome: 'refused', permanent: isPermanent(failure), says };
  } finally {
    transport.close();
  }
}

/** A 5xx about this recipient or this mail; one about signing in or the sender is our setting, and can be mended. */
function isPermanent({ responseCode, permanent, command }: NodemailerError): boolean {
  return responseCode !== undefined && permanent === true && (command === 'RCPT TO' || command === 'DATA');
}

function withoutSecrets(says: string, smtp_url: string): string {
  const { username, password } = new URL(smtp_url);
  return [password, username]
    .flatMap((secret) => [secret, decodeURIComponent(secret)])
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '***'), says);
}
