/**
 * The web font for machines without a Chinese one. Its style sheet alone (a hundred unicode ranges) is 45 KB
 * compressed, and a page needs some twenty subsets of 50 KB, so nobody who can do without should fetch them.
 */

/** Adds the web font unless the browser draws Chinese by itself. Call it in the browser, after the first paint. */
export async function addChineseFont(): Promise<void> {
  if (!drawsChinese()) await import('./web-font.css');
}

/**
 * Whether Chinese is drawn with whatever fonts there are: a missing glyph is a box that is the same for every
 * character, or (Firefox) a box with the code point that is narrower than a Chinese character.
 */
function drawsChinese(): boolean {
  const size = 32;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return false;
  const draw = (character: string): { wide: boolean; picture: string } => {
    pen.clearRect(0, 0, size, size);
    pen.font = `${size}px sans-serif`;
    pen.textBaseline = 'top';
    pen.fillText(character, 0, 0);
    return {
      wide: Math.abs(pen.measureText(character).width - size) < 2,
      picture: pen.getImageData(0, 0, size, size).data.join()
    };
  };
  const [first, second] = [draw('善'), draw('鉴')];
  return first.wide && second.wide && first.picture !== second.picture;
}
