/** The acknowledgement of a file from the inbox: what came, and what became of it. */
import type { Words } from '#ingest/declare.ts';

export interface Acknowledged {
  id: number;
  state: string;
  file_name: string;
  sha256: string;
  bytes: number;
  authority_kind: string;
  authority_code: string;
  received_at: string;
  rows: number;
  accepted: number;
  remarked: number;
  rejected: number;
  unchanged: number;
  same_as: number | null;
  /** Of a file that was returned whole. */
  reason: { says: Words; remedy: Words } | null;
}

const results: Record<string, Words> = {
  received: { zh: '已收到，正在检查', en: 'received, being checked' },
  validated: {
    zh: '已检查，尚未发布，系统会再次尝试',
    en: 'checked, not published yet; it will be tried again'
  },
  published: { zh: '已发布', en: 'published' },
  returned: { zh: '整份退回，没有任何一行计入数据', en: 'returned whole: no row of it counts' },
  duplicate: {
    zh: '与此前报送的文件相同，数据没有变化',
    en: 'the same as an earlier file: nothing has changed'
  },
  withdrawn: { zh: '已撤回，不再计入数据', en: 'withdrawn: its rows do not count any more' }
};

/** In both languages, with a mark of its encoding and line ends that every editor reads. */
export function receiptText(one: Acknowledged, link: string): string {
  const lines = [...inChinese(one, link), '', '——', '', ...inEnglish(one, link)];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** In Shanghai, from an instant in UTC. */
const dayAndMinute = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const judged = ({ state }: Acknowledged): boolean => state === 'published' || state === 'validated';

function inChinese(one: Acknowledged, link: string): string[] {
  const { rows, accepted, remarked, rejected, unchanged, reason } = one;
  return [
    `报送回执　第 ${one.id} 号`,
    `文件：${one.file_name}（${one.bytes} 字节）`,
    `收到时间：${dayAndMinute(one.received_at)}（北京时间）`,
    `报送方：${one.authority_kind === 'city' ? '市级' : one.authority_code}`,
    `结果：${results[one.state]?.zh ?? one.state}`,
    ...(one.same_as === null ? [] : [`此前回执：第 ${one.same_as} 号`]),
    ...(judged(one)
      ? [
          `共 ${rows} 行，接收 ${accepted} 行（其中提示 ${remarked} 行、无变动 ${unchanged} 行），退回 ${rejected} 行`
        ]
      : []),
    ...(reason ? [`原因：${reason.says.zh}`, `办法：${reason.remedy.zh}`] : []),
    `逐格结果：${link}`,
    `SHA-256：${one.sha256}`
  ];
}

function inEnglish(one: Acknowledged, link: string): string[] {
  const { rows, accepted, remarked, rejected, unchanged, reason } = one;
  return [
    `Acknowledgement no. ${one.id}`,
    `File: ${one.file_name} (${one.bytes} bytes)`,
    `Received: ${dayAndMinute(one.received_at)} (Asia/Shanghai)`,
    `From: ${one.authority_kind === 'city' ? 'the city' : one.authority_code}`,
    `Result: ${results[one.state]?.en ?? one.state}`,
    ...(one.same_as === null ? [] : [`Earlier acknowledgement: no. ${one.same_as}`]),
    ...(judged(one)
      ? [
          `${rows} rows: ${accepted} accepted (${remarked} of them with a remark, ${unchanged} unchanged), ${rejected} rejected`
        ]
      : []),
    ...(reason ? [`Why: ${reason.says.en}`, `What to do: ${reason.remedy.en}`] : []),
    `Cell by cell: ${link}`,
    `SHA-256: ${one.sha256}`
  ];
}
