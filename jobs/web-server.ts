/** Serves the dashboard that was built into `build/`. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env as environment } from 'node:process';
import type { Settings } from './settings.ts';
import { endWhenStalled } from './stalled-upload.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const build = new URL('../build/handler.js', import.meta.url);

/** Milliseconds for answers in hand when the service ends. */
const LAST_ANSWERS = 5_000;

/** @throws Error that a person can act on: no build, or the port is taken. */
export async function serve(
  settings: Pick<Settings, 'host' | 'port' | 'public_url'>
): Promise<{ address: string; close(): Promise<void> }> {
  if (!existsSync(build)) throw new Error('The dashboard has not been built: run `npm run build`.');
  // The build reads these when it is loaded. Uploads are limited while they stream, by SHANJIAN_UPLOAD_LIMIT.
  Object.assign(environment, { PROTOCOL_HEADER: 'x-forwarded-proto', BODY_SIZE_LIMIT: 'Infinity' });
  const { handler } = (await import(build.href)) as { handler: Handler };
  const published = new URL(settings.public_url);
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    if (!isOurs(host, published)) {
      response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Not an address of this service (SHANJIAN_PUBLIC_URL).\n');
      return;
    }
    // Whatever a client says of itself, the protocol is that of the address under which we are known.
    request.headers['x-forwarded-proto'] = host === published.host ? published.protocol.slice(0, -1) : 'http';
    // A page of another site cannot send a token along: what carries one is no forged form (CSRF).
    if (/^bearer\s/i.test(request.headers.authorization ?? ''))
      request.headers.origin ??= `${request.headers['x-forwarded-proto']}://${host}`;
    endWhenStalled(request);
    handler(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  // A large upload over a slow line may take its time; headers may not.
  server.requestTimeout = 0;
  await listen(server, settings);
  const { port } = server.address() as AddressInfo;
  const host = settings.host === '::1' ? '[::1]' : settings.host;
  return { address: `http://${host}:${port}/`, close: () => close(server) };
}

/** A foreign name that was made to lead to this machine would let its pages read ours (DNS rebinding). */
function isOurs(host: string, published: URL): boolean {
  return host === published.host || /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
}

async function listen(server: Server, { host, port }: Pick<Settings, 'host' | 'port'>): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Error(`Port ${port} is taken by another program: stop it, or set SHANJIAN_PORT.`);
    throw error;
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
  await closed;
  clearTimeout(impatient);
}
