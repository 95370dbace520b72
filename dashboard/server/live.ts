/** An answer that goes on: events sent while something is under way (server-sent events), no faster than they are taken. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ProgressBoard } from '#jobs/progress.ts';

export interface LiveEvent {
  event: string;
  data: object;
  /** Nothing comes after it. */
  last?: boolean;
}

/** Milliseconds after which a silent stream says that it is alive, lest a proxy cuts it. */
const HEARTBEAT = 15_000;
/** Milliseconds after which a browser asks again when the line broke. */
const RETRY = 3_000;

/** Sends what `now` says whenever it has changed, until that is the last, the reader goes, or the service ends. */
export function live(
  c: Context,
  board: Pick<ProgressBoard, 'next' | 'closed'>,
  now: () => Promise<LiveEvent>,
  heartbeat = HEARTBEAT
): Response {
  const response = streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    await stream.write(`retry: ${RETRY}\n\n`);
    let sent = '';
    let silent_since = performance.now();
    while (!gone.signal.aborted && !board.closed) {
      const { event, data, last } = await now();
      const text = JSON.stringify(data);
      if (text !== sent || last) {
        await stream.writeSSE({ event, data: text });
        sent = text;
        silent_since = performance.now();
      } else if (performance.now() - silent_since >= heartbeat) {
        await stream.write(': alive\n\n');
        silent_since = performance.now();
      }
      if (last) return;
      await board.next(gone.signal, heartbeat);
    }
  });
  // Proxies must hand it on as it comes.
  response.headers.set('x-accel-buffering', 'no');
  return response;
}
