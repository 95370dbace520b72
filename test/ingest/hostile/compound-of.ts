/** Compound files ([MS-CFB], version 3) for tests: streams by name, each as long as it is given. */

const sectorBytes = 512;
const smallBytes = 4096;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;

interface Placed {
  name: string;
  type: number;
  first: number;
  bytes: number;
}

/** The bytes of such a file; where the tables stand is told by its header. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const sectors: Buffer[] = [];
  const next: number[] = [];
  const chain = (content: Uint8Array): number => {
    const first = sectors.length;
    const count = Math.max(1, Math.ceil(content.length / sectorBytes));
    for (let n = 0; n < count; n++) {
      const sector = Buffer.alloc(sectorBytes);
      Buffer.from(content).copy(sector, 0, n * sectorBytes, (n + 1) * sectorBytes);
      sectors.push(sector);
      next.push(n === count - 1 ? endOfChain : first + n + 1);
    }
    return first;
  };
  const small: Buffer[] = [];
  const smallNext: number[] = [];
  const placed: Placed[] = Object.entries(streams).map(([name, content]) => {
    if (content.length >= smallBytes) return { name, type: 2, first: chain(content), bytes: content.length };
    const first = smallNext.length;
    const count = Math.max(1, Math.ceil(content.length / 64));
    small.push(Buffer.concat([content], count * 64));
    for (let n = 0; n < count; n++) smallNext.push(n === count - 1 ? endOfChain : first + n + 1);
    return { name, type: 2, first, bytes: content.length };
  });
  const smallContent = Buffer.concat(small);
  const root: Placed = {
    name: 'Root Entry',
    type: 5,
    first: chain(smallContent),
    bytes: smallContent.length
  };
  const smallTable = chain(tableOf(smallNext));
  const directory = chain(Buffer.concat([root, ...placed].map(entryOf)));
  const tableSectors = Math.ceil((sectors.length + 1) / 128);
  const firstTable = sectors.length;
  for (let n = 0; n < tableSectors; n++) next.push(0xfffffffd);
  const table = tableOf(next);
  const header = Buffer.alloc(sectorBytes);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(smallBytes, 56);
  header.writeUInt32LE(smallTable, 60);
  header.writeUInt32LE(1, 64);
  header.writeUInt32LE(endOfChain, 68);
  for (let n = 0; n < 109; n++) header.writeUInt32LE(n < tableSectors ? firstTable + n : free, 76 + n * 4);
  return Buffer.concat([header, ...sectors, table]);
}

function tableOf(next: readonly number[]): Buffer {
  const table = Buffer.alloc(Math.max(1, Math.ceil(next.length / 128)) * sectorBytes, 0xff);
  next.forEach((value, n) => table.writeUInt32LE(value, n * 4));
  return table;
}

function entryOf({ name, type, first, bytes }: Placed): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = type;
  for (const at of [68, 72, 76]) entry.writeUInt32LE(free, at);
  entry.writeUInt32LE(first, 116);
  entry.writeUInt32LE(bytes, 120);
  return entry;
}
