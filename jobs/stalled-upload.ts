/** Ends an upload of which nothing comes any more, so that a sender who keeps silent holds nothing of ours for ever. */
import type { IncomingMessage } from 'node:http';

/** Milliseconds of silence. A slow line may take as long as it needs, while it brings something. */
export const SILENCE = 120_000;

/** What was received of it is forgotten, as with any upload that breaks off. */
export function endWhenStalled(request: IncomingMessage, silence = SILENCE): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { socket } = request;
  const end = (): void => {
    // While an answer is worked out nothing comes either, and that is no fault of the sender.
    if (!request.complete) socket.destroy(new Error('The upload stopped before its end'));
  };
  const whole = (): void => {
    socket.off('timeout', end);
    socket.setTimeout(0);
  };
  socket.setTimeout(silence);
  socket.on('timeout', end);
  request.once('end', whole).once('close', whole);
}
