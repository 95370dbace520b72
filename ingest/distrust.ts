/** Why an archive is not opened although it could be: no program that people save tables with writes such a one. */
import type { Words } from './declare.ts';
import { fillWords, Rejection, type RejectionParams } from './rejection.ts';
import { shownText } from './shown-text.ts';

const reasons = {
  entries: { zh: '内含部件 {count} 个，超过 {most} 个', en: 'it lists {count} parts, more than {most}' },
  twice: { zh: '含有两个名为“{name}”的部件', en: 'two of its parts are named “{name}”' },
  name: {
    zh: '部件名“{name}”含有路径或控制字符',
    en: 'the name of a part, “{name}”, leads out of the archive or holds control characters'
  },
  overlap: { zh: '部件“{name}”与其他部件重叠', en: 'its part “{name}” overlaps another' },
  header: {
    zh: '部件“{name}”与目录所载不一致',
    en: 'its part “{name}” is not what its directory says'
  },
  sizes: {
    zh: '部件“{name}”的大小与目录所载不符',
    en: 'its part “{name}” has another size than its directory says'
  },
  doctype: {
    zh: '部件“{name}”含有文档类型定义（DTD）',
    en: 'its part “{name}” holds a document type definition'
  }
} satisfies Record<string, Words>;

export function distrust(reason: keyof typeof reasons, params: RejectionParams): Rejection {
  const shown = Object.entries(params).map(
    ([key, value]) => [key, typeof value === 'string' ? shownText(value, 60) : value] as const
  );
  const { zh, en } = fillWords(reasons[reason], Object.fromEntries(shown));
  return new Rejection('unsafe_archive', { why: zh, why_en: en });
}
