/** Saves what a chart shows as a PNG of twice its size, with a white ground, so that it can go into a document. */
export async function savePicture(frame: HTMLElement | null, name: string): Promise<void> {
  const svg = [...(frame?.querySelectorAll('svg') ?? [])].find(
    (each) => each.getBoundingClientRect().width > 0
  );
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width * 2));
  copy.setAttribute('height', String(height * 2));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.style.fontFamily = getComputedStyle(svg).fontFamily;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0);
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = `${name}.png`;
  link.click();
}
