/** Any text as GB18030, characters of four bytes too. The platform can only decode it, so its table is turned round. */

const bytesOfChar = new Map<string, readonly number[]>();

function learn(sequences: readonly (readonly number[])[]): void {
  const texts = new TextDecoder('gb18030').decode(Uint8Array.from(sequences.flat()));
  for (const [i, text] of [...texts].entries())
    if (text !== '\uFFFD' && !bytesOfChar.has(text)) bytesOfChar.set(text, sequences[i] ?? []);
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const trails = range(0x40, 0xfe).filter((byte) => byte !== 0x7f);

function table(): typeof bytesOfChar {
  if (bytesOfChar.size > 0) return bytesOfChar;
  learn(range(0, 0x7f).map((byte) => [byte]));
  // A pair that is no character would swallow the next one: lead by lead.
  for (const lead of range(0x81, 0xfe)) for (const trail of trails) learn([[lead, trail]]);
  for (const first of range(0x81, 0x84))
    for (const second of range(0x30, 0x39))
      for (const third of range(0x81, 0xfe))
        for (const last of range(0x30, 0x39)) learn([[first, second, third, last]]);
  return bytesOfChar;
}

export function gb18030Bytes(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((char) => {
      const code = char.codePointAt(0) ?? 0;
      if (code < 0x10000) return [...(table().get(char) ?? [0x3f])];
      // Beyond the first plane the four bytes count on (GB 18030-2005).
      const n = code - 0x10000 + 189_000;
      return [
        Math.floor(n / 12_600) + 0x81,
        (Math.floor(n / 1260) % 10) + 0x30,
        (Math.floor(n / 10) % 126) + 0x81,
        (n % 10) + 0x30
      ];
    })
  );
}
