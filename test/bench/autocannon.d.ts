/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  interface Result {
    non2xx: number;
    requests: { average: number };
  }
  interface Run extends Promise<Result> {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, time_ms: number) => void
    ): this;
  }
  export default function autocannon(options: { url: string; connections: number; duration: number }): Run;
}
