/** The boxes of a sheet's notes: an old drawing format (VML) that every spreadsheet program still wants beside them. */
import type { Anchor } from './geometry.ts';

export interface Box {
  /** 0-based. */
  column: number;
  /** 1-based. */
  row: number;
  anchor: Anchor;
}

const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';
const boxType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Adds boxes to a drawing, or begins one. Undefined where the drawing is none that we know how to add to. */
export function withBoxes(drawing: string | undefined, boxes: readonly Box[]): string | undefined {
  const xml = drawing ?? emptyDrawing;
  const end = xml.lastIndexOf('</xml>');
  if (end === -1 || !/xmlns:v\s*=/.test(xml) || !/xmlns:x\s*=/.test(xml)) return undefined;
  const type = xml.includes('"_x0000_t202"') ? '' : boxType;
  const numbers = [...xml.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  let id = numbers.reduce((most, one) => Math.max(most, one), 1024);
  const shapes = boxes.map((box) => shapeOf(box, ++id));
  return xml.slice(0, end) + type + shapes.join('') + xml.slice(end);
}

/** Takes away the boxes of the notes of some cells, `column,row`. */
export function withoutBoxes(drawing: string, cells: ReadonlySet<string>): string {
  return drawing.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const [row, column] = ['Row', 'Column'].map((name) =>
      Number(new RegExp(`<x:${name}>\\s*(\\d+)`).exec(shape)?.[1] ?? Number.NaN)
    );
    const isNote = /ObjectType\s*=\s*["']Note["']/.test(shape);
    return isNote && cells.has(`${column},${Number(row) + 1}`) ? '' : shape;
  });
}

const shapeOf = ({ column, row, anchor }: Box, id: number): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:80pt;z-index:${id - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
