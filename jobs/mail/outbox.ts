/** Mails as files, where no mail server is set. */
import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';

/**
 * Writes `<message id>.eml` beside and renames it: the same mail again writes the same file, and half a file is never
 * seen. Returns its path. Lines end as in RFC 5322.
 */
export async function writeToOutbox(
  folder: string,
  message_id: string,
  mail: SendMailOptions
): Promise<string> {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail({ ...mail, ...boundary(message_id) });
  await mkdir(folder, { recursive: true });
  const name = `${message_id.replaceAll(/[^A-Za-z0-9@._-]/g, '')}.eml`;
  const half = join(folder, `.${name}.half`);
  const file = await open(half, 'w');
  try {
    await file.writeFile(message as Buffer);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(half, join(folder, name));
  return join(folder, name);
}

/** The parts' boundary would be random, and the file another each time. */
const boundary = (message_id: string) => ({
  boundaryPrefix: 'part',
  baseBoundary: createHash('sha256').update(message_id).digest('hex').slice(0, 32)
});
