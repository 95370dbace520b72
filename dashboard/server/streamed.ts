/** An answer that is made while it is read, and no faster. */

/** A reader who takes nothing for so long has gone: what the answer holds open is given back. */
const IDLE = 60_000;

/** Throws what fails before the first part, so that it becomes an error answer; later failures break the stream off. */
export async function streamed(
  parts: AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>,
  headers: Record<string, string>,
  idle = IDLE
): Promise<Response> {
  let next: Promise<IteratorResult<Uint8Array<ArrayBuffer>, void>> | undefined = Promise.resolve(
    await parts.next()
  );
  let waiting: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        waiting = watch(controller);
      },
      async pull(controller) {
        clearTimeout(waiting);
        const { value, done } = await (next ?? parts.next());
        next = undefined;
        if (done === true) return controller.close();
        controller.enqueue(value);
        waiting = watch(controller);
      },
      async cancel() {
        clearTimeout(waiting);
        await parts.return();
      }
    },
    // Nothing is read ahead of the one who takes it.
    { highWaterMark: 0 }
  );
  return new Response(body, { headers });

  function watch(controller: ReadableStreamDefaultController): NodeJS.Timeout {
    return setTimeout(() => {
      controller.error(new Error('The reader has gone'));
      void parts.return();
    }, idle).unref();
  }
}
