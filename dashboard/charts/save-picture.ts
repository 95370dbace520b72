import { ink } from './look.ts';

/** Saves what a chart shows as a PNG of twice its size, on white and under its name, to go into a document. */
export async function savePicture(frame: HTMLElement | null, name: string): Promise<void> {
  const svg = [...(frame?.querySelectorAll('svg') ?? [])].find(
    (each) => each.getBoundingClientRect().width > 0
  );
  if (!svg) return;
  const picture = await imageOf(svg);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return;
  canvas.width = picture.width + 2 * MARGIN;
  canvas.height = picture.height + TITLE + 2 * MARGIN;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = ink;
  pen.font = `600 30px ${getComputedStyle(svg).fontFamily}`;
  pen.textBaseline = 'top';
  pen.fillText(name, MARGIN, MARGIN, picture.width);
  pen.drawImage(picture, MARGIN, MARGIN + TITLE);
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = `${name}.png`;
  link.click();
}

/** In pixels of the picture. */
const MARGIN = 24;
const TITLE = 56;

/** The drawing at twice its size, with the font that it inherits written into it. */
async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width * 2));
  copy.setAttribute('height', String(height * 2));
  copy.style.fontFamily = getComputedStyle(svg).fontFamily;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  return picture;
}
