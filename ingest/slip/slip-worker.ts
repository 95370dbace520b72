/** The process that makes one slip and ends: a large workbook must not hold up the service, nor take its memory. */
import { Rejection } from '../rejection.ts';
import { makeSlip } from './make-slip.ts';
import type { SlipReply, SlipRequest } from './request.ts';

function reply(request: SlipRequest): SlipReply {
  try {
    return { made: makeSlip(request) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    // What another program wrote may be odd in ways that nobody foresaw; what we wrote may not.
    if (request.source !== null && isOddWorkbook(error)) return { cannot: message };
    return { failed: { message, stack } };
  }
}

const isOddWorkbook = (error: unknown) =>
  error instanceof Rejection ||
  error instanceof RangeError ||
  error instanceof SyntaxError ||
  // Of the decoder and of zlib.
  (error instanceof Error && 'code' in error);

process.once('message', (request: SlipRequest) => {
  process.send?.(reply(request), () => process.disconnect());
});
