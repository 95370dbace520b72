/** A web server on this machine that answers as a test tells it to. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export class FileServer {
  /** Without a slash at its end. */
  readonly address: string;
  /** Headers of what it was asked, in order. */
  readonly asked: (IncomingHttpHeaders & { url: string })[] = [];
  answer: Answer = (_, response) => response.writeHead(404).end();
  readonly #end: () => Promise<unknown>;

  private constructor(port: number, end: () => Promise<unknown>) {
    this.address = `http://127.0.0.1:${port}`;
    this.#end = end;
  }

  static async open(): Promise<FileServer> {
    const server = createServer((request, response) => {
      self.asked.push({ ...request.headers, url: request.url ?? '' });
      self.answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const self = new FileServer((server.address() as AddressInfo).port, () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    });
    return self;
  }

  async close(): Promise<void> {
    await this.#end();
  }
}

/** A file as a web server gives it, with what tells its states apart. */
export const file =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  ({ headers: asked }, response) => {
    const etag = headers['etag'];
    if (etag !== undefined && asked['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'text/csv', ...headers }).end(body);
  };

/** Each answer once, the last for ever. */
export const inTurn = (...answers: Answer[]): Answer => {
  let n = 0;
  return (request, response) => answers[Math.min(n++, answers.length - 1)]?.(request, response);
};

export const says =
  (status: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
