/** The server's refusal of a file, with its HTTP status. */
export class NotReceived extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`The server answered ${status}`);
    this.name = 'NotReceived';
    this.status = status;
  }
}

/** Sends the bytes of a file; resolves to its submission. XMLHttpRequest, since fetch tells nothing of the way up. */
export function send(file: File, progress: (share: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/submissions/upload?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 1);
    request.upload.onload = () => progress(1);
    request.onerror = () => reject(new Error('The file was not sent'));
    request.onload = () => {
      if (request.status !== 200) reject(new NotReceived(request.status));
      else resolve((JSON.parse(request.responseText) as { id: number }).id);
    };
    request.send(file);
  });
}
