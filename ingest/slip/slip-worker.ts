/** The process that makes one slip and ends: a large workbook must not hold up the service, nor take its memory. */
import { makeSlip } from './make-slip.ts';
import type { SlipReply, SlipRequest } from './request.ts';

function reply(request: SlipRequest): SlipReply {
  try {
    return { made: makeSlip(request) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    // What other programs wrote may be odd in ways that nobody foresaw: then a workbook of our own takes its place.
    if (request.source !== null) return { cannot: message };
    return { failed: { message, stack } };
  }
}

process.once('message', (request: SlipRequest) => {
  process.send?.(reply(request), () => process.disconnect());
});
