/** Listens to the work on a submission as it goes on. A browser asks again by itself when the line breaks. */
import type { SubmissionProgress } from '#jobs/progress.ts';

interface Heard {
  progress(now: SubmissionProgress): void;
  /** Nothing more is done about it. */
  done(): void;
  /** The line broke (true), or holds again. */
  broken?(is: boolean): void;
}

/** Returns how to stop listening. */
export function watchProgress(id: number, heard: Heard): () => void {
  const source = new EventSource(`/api/submissions/${id}/progress`);
  const stop = (): void => source.close();
  source.addEventListener('open', () => heard.broken?.(false));
  source.addEventListener('progress', (event: MessageEvent<string>) =>
    heard.progress(JSON.parse(event.data) as SubmissionProgress)
  );
  source.addEventListener('done', () => {
    stop();
    heard.done();
  });
  source.addEventListener('error', () => {
    // Refused, and not merely broken off: the page knows as much as there is to know.
    if (source.readyState === EventSource.CLOSED) heard.done();
    else heard.broken?.(true);
  });
  return stop;
}
