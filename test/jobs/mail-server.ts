/** A real SMTP server on a free port of this machine, which keeps what it accepts. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

type Answer = 'accept' | 'hang up' | { refuse: number; at: 'rcpt' | 'data' };

export class MailServer {
  readonly accepted: ParsedMail[] = [];
  /** Recipients of the envelope, of every attempt that came so far. */
  readonly attempts: string[] = [];
  /** What it does with a mail; called when the whole of it has arrived, or at its recipient. */
  answer: (attempt: number) => Answer = () => 'accept';
  /** Called with a mail that is about to be accepted, before the client hears of it. */
  beforeReply: () => Promise<void> = () => Promise.resolve();
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'office' && password === 'right secret'
          ? done(null, { user: username })
          : done(
              Object.assign(new Error(`Invalid login of ${username} with ${password}`), { responseCode: 535 })
            ),
      onRcptTo: (address, _session, done) => {
        this.attempts.push(address.address);
        const answer = this.answer(this.attempts.length);
        done(typeof answer === 'object' && answer.at === 'rcpt' ? refusal(answer.refuse) : null);
      },
      onData: (stream, session, done) => {
        const answer = this.answer(this.attempts.length);
        simpleParser(stream).then(async (mail) => {
          if (answer === 'hang up') return hangUp(this.#server, session);
          if (typeof answer === 'object') return done(refusal(answer.refuse));
          this.accepted.push(mail);
          await this.beforeReply();
          done();
        }, done);
      }
    });
    // A client that is killed in mid-conversation is an error to the server, and what the test is about.
    this.#server.on('error', () => undefined);
  }

  static async open(): Promise<MailServer> {
    const server = new MailServer();
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server.server, 'listening');
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

const refusal = (responseCode: number) => Object.assign(new Error('not now, not here'), { responseCode });

function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections as Set<{
    session: SMTPServerSession;
    close(): void;
    _socket?: { destroy(): void };
  }>)
    if (connection.session.id === session.id) connection._socket?.destroy();
}
