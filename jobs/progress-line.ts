import type { Progress } from './prepare-demo.ts';

/** Shows how far the demo is: one line that changes on a terminal, a line for each tenth elsewhere. */
export function progressLine(out: {
  isTTY?: boolean;
  write(text: string): unknown;
}): (now: Progress) => void {
  let shown = '';
  return ({ day, files, part }) => {
    const tenths = Math.floor(part * 10);
    const key = out.isTTY ? `${day}${files}` : String(tenths);
    if (key === shown) return;
    if (shown === '')
      out.write('Preparing a fictional city (虚构) from its report files of two years, some minutes …\n');
    shown = key;
    const line = `  ${String(Math.floor(part * 100)).padStart(3)} %  ${day}  ${files} files`;
    out.write(out.isTTY ? `\r${line}${part === 1 ? '\n' : ''}` : `${line}\n`);
  };
}
