/** Asks a web address once: only listed hosts, only permitted addresses, within its times, whatever it is led on to. */
import { lookup } from 'node:dns';
import {
  request as overHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions
} from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { mayConnect, type Hosts } from './hosts.ts';
import { PullFailed } from './pull-failed.ts';

export interface Question {
  url: URL;
  headers: Readonly<Record<string, string>>;
  /** Those that go to the host of `url` alone, wherever it leads. */
  own_headers: Readonly<Record<string, string>>;
  hosts: Hosts;
  /** Milliseconds until a connection stands. */
  connect_ms: number;
  /** Ends it at any moment: its time is over, or the service ends. */
  signal: AbortSignal;
}

/** Times that a server may lead on to another address. */
const MOST_REDIRECTS = 5;

/** The first answer that leads nowhere else; its body is still to come. @throws PullFailed */
export async function openResponse(question: Question): Promise<{ response: IncomingMessage; url: URL }> {
  let { url } = question;
  for (let led = 0; led <= MOST_REDIRECTS; led++) {
    if (!question.hosts.origins.has(url.origin))
      throw new PullFailed(`${url.origin} is not listed in SHANJIAN_PULL_HOSTS`);
    const own = url.origin === question.url.origin ? question.own_headers : {};
    const response = await ask(url, { ...question.headers, ...own }, question);
    const to = leadsTo(response, url);
    if (!to) return { response, url };
    response.destroy();
    url = to;
  }
  throw new PullFailed(`It was led on more than ${MOST_REDIRECTS} times, at last to ${url.origin}`);
}

function leadsTo({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const to = URL.parse(headers.location ?? '', from);
  if (!to || headers.location === undefined) throw new PullFailed('The server leads on to no address');
  return to;
}

function ask(url: URL, headers: Record<string, string>, question: Question): Promise<IncomingMessage> {
  const { hosts, connect_ms, signal } = question;
  const options: RequestOptions = { headers, signal, agent: false, lookup: permitted(hosts) };
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, options, resolve);
    request.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : asPullFailed(error)));
    within(request, connect_ms);
    request.end();
  });
}

/** Until the connection stands, encrypted where it is to be. */
function within(request: ClientRequest, ms: number): void {
  const impatient = setTimeout(
    () => request.destroy(new PullFailed(`No connection within ${ms / 1000} s`, {})),
    ms
  );
  const done = () => clearTimeout(impatient);
  request.on('socket', (socket) => socket.once('encrypted' in socket ? 'secureConnect' : 'connect', done));
  request.on('close', done);
}

/** A name is looked up once, and what is connected to is what was found then: it cannot lead elsewhere meanwhile. */
const permitted =
  (hosts: Hosts): LookupFunction =>
  (name, options, found) =>
    lookup(name, { ...options, all: true }, (error, all) => {
      if (error) return found(error, '');
      const allowed = all.filter(({ address }) => mayConnect(hosts, address));
      const [first] = allowed;
      if (!first)
        return found(
          new PullFailed(
            `${name} leads to an address that is not public and not listed in SHANJIAN_PULL_HOSTS`
          ),
          ''
        );
      if (options.all) found(null, allowed);
      else found(null, first.address, first.family);
    });

/** What the network does today and may not do tomorrow. */
const PASSING = new Set([
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...[
    'EAI_AGAIN',
    'ENOTFOUND',
    'ENETDOWN',
    'EHOSTDOWN',
    'HPE_INVALID_EOF_STATE',
    'ERR_STREAM_PREMATURE_CLOSE'
  ]
]);

/** What Node or the system says of a connection, and whether to try again. */
export function asPullFailed(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof PullFailed) return error;
  const inner = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined;
  if (code === undefined) return error;
  return new PullFailed(`${inner.message || code}`, PASSING.has(code) ? {} : undefined, error);
}
