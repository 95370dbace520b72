/** A delivery as the mail that leaves: the same bytes' worth of headers each time that it is tried. */
import type { SendMailOptions } from 'nodemailer';

/** The columns of `delivery` that a mail is made of. */
export interface QueuedMail {
  id: number;
  mail: string;
  message_id: string;
  subject: string;
  html: string;
  text: string;
  /** Instant, ISO UTC. */
  created_at: string;
}

export const message = (mail: QueuedMail, from: string): SendMailOptions => ({
  from,
  to: mail.mail,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.message_id,
  date: new Date(mail.created_at),
  // RFC 3834: no holiday notices in answer; the second is what Exchange looks for.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  disableFileAccess: true,
  disableUrlAccess: true
});
