/** Pages at the server: the first answer, then 16 connections that ask again; p95 from all answers. */
import autocannon from 'autocannon';
import { figure, say } from './figures.ts';

const LIMIT_MS = 100;

/** Every page that has an address of its own, one of each kind. */
async function pagesOf(address: string): Promise<string[]> {
  const get = async (path: string) =>
    (await (await fetch(`${address}/api/${path}`)).json()) as { data: Record<string, unknown>[] };
  const [institution] = (await get('institutions?page_size=1')).data;
  const [submission] = (await get('submissions?page_size=1')).data;
  const [rectification] = (await get('rectifications?page_size=1')).data;
  return [
    '/',
    '/?asof=2026-10-30',
    '/indicators',
    '/indicators/IND-07-02',
    '/indicators/IND-07-02/records?period=2026-10',
    '/institutions',
    `/institutions/${String(institution?.['institution_uscc'])}`,
    '/rectifications',
    '/ledger',
    '/alerts',
    '/submissions',
    `/submissions/${String(submission?.['id'])}`,
    ...(rectification ? [`/records/R08/${String(rectification['rectification_id'])}`] : []),
    '/mails',
    '/dictionary',
    '/help'
  ];
}

export async function measurePages(address: string, seconds = 3): Promise<void> {
  say(`  ${'page'.padEnd(58)} first    p50    p95    req/s`);
  for (const path of await pagesOf(address)) {
    const started = performance.now();
    const answer = await fetch(address + path);
    await answer.arrayBuffer();
    const first = performance.now() - started;
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    const latencies: number[] = [];
    const run = autocannon({ url: address + path, connections: 16, duration: seconds });
    void run.on('response', (_client, _status, _bytes, time) => latencies.push(time));
    const result = await run;
    if (result.non2xx > 0) throw new Error(`${path}: ${result.non2xx} answers were no success`);
    latencies.sort((a, b) => a - b);
    const at = (part: number) => (latencies[Math.floor(part * latencies.length)] ?? Number.NaN).toFixed(0);
    const p95 = latencies[Math.floor(0.95 * latencies.length)] ?? Number.NaN;
    say(
      `  ${path.padEnd(56)} ${first.toFixed(0).padStart(5)} ms ${at(0.5).padStart(3)} ms ${at(0.95).padStart(3)} ms ${result.requests.average.toFixed(0).padStart(7)}${p95 <= LIMIT_MS ? '' : '   OVER 100 ms'}`
    );
  }
}

/** The overview's first visit in a real browser, with nothing cached. */
export async function measureFirstVisit(address: string): Promise<void> {
  const { launchChromium } = await import('../browser/chromium.ts');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const sizes = { all: 0, script: 0 };
    const cdp = await page.context().newCDPSession(page);
    const kinds = new Map<string, string>();
    await cdp.send('Network.enable');
    cdp.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      sizes.all += encodedDataLength;
      if (kinds.get(requestId) === 'Script') sizes.script += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'load' });
    const drawn = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
        })
    );
    const charts = await page.locator('svg').count();
    await page.waitForLoadState('networkidle');
    figure('bytes', `${(sizes.all / 1024).toFixed(0)} KiB`);
    figure('script bytes', `${(sizes.script / 1024).toFixed(0)} KiB`);
    figure(`until the last of ${charts} charts is drawn`, `${drawn.toFixed(0)} ms`);
  } finally {
    await browser.close();
  }
}
