import type { Messages } from './messages/messages.ts';

/** What a job is called where people read of it; each source from which files are pulled is a job of its own. */
export function jobName({ jobs, pull }: Pick<Messages['layout'], 'jobs' | 'pull'>, job: string): string {
  if (job.startsWith('pull:')) return pull(job.slice('pull:'.length));
  return (jobs as Record<string, string>)[job] ?? job;
}
