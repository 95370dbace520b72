/** Suggests which of our codes a foreign wording means. */
import { wordings, type CityCodes } from '#warehouse/typed.ts';
import { systemColumns } from './reports/system-columns.ts';
import type { Column, Report } from './declare.ts';
import { bareHeader, normalHeader } from './header-names.ts';
import { likeness, taken, type Taken } from './text-likeness.ts';
import { half, partsOf } from './value-kinds.ts';

/** Below this it is left to the person. */
const LEAST = 0.5;

/** Wordings of yes and no beside those that are read anyway. */
const yesNo: Readonly<Record<string, string>> = {
  有: 'Y',
  已: 'Y',
  t: 'Y',
  '✓': 'Y',
  对: 'Y',
  无: 'N',
  未: 'N',
  没有: 'N',
  f: 'N',
  '✗': 'N',
  x: 'N'
};

/** What committees' own systems say for labels of our lists. */
const said: Readonly<Record<string, string>> = {
  同意: '批准',
  通过: '批准',
  不同意: '不予批准',
  不通过: '不予批准',
  不批准: '不予批准',
  否决: '不予批准',
  修改后同意: '修改后批准',
  修正后同意: '修改后批准',
  作必要的修正后同意: '修改后批准',
  作必要修改后同意: '修改后批准',
  修改后重审: '修改后再审',
  修正后重审: '修改后再审',
  作必要的修正后重审: '修改后再审',
  修正案: '方案变更审查',
  修正案审查: '方案变更审查',
  复审: '修改后再审',
  会议审查: '一般程序',
  会审: '一般程序',
  快审: '简易程序',
  快速审查: '简易程序',
  简易审查: '简易程序',
  紧急会议审查: '应急程序',
  涉及人: '以人为研究参与者',
  临床研究: '以人为研究参与者',
  人体研究: '以人为研究参与者',
  动物实验: '涉及实验动物',
  生物样本: '利用人类生物样本',
  非清单事项: '不属于清单',
  非清单: '不属于清单',
  医学: '相关科学技术背景同行专家',
  药学: '相关科学技术背景同行专家',
  法学: '法律专业',
  社区代表: '社会人士/公众代表',
  在任: '有效',
  在职: '有效',
  正常: '有效',
  启用: '有效',
  停用: '暂停',
  在研: '实施中',
  进行中: '实施中',
  结题: '完成',
  已结题: '完成'
};

/** Whether a column holds codes that a profile may translate. */
export const isCoded = ({ type }: Column): boolean => type === 'code' || type === 'codes' || type === 'bool';

export const columnOf = (report: Report, field: string): Column | undefined =>
  [...report.columns, ...systemColumns].find((column) => column.field === field);

export interface ForeignWording {
  wording: string;
  /** Our code, where one is near enough. */
  code: string | undefined;
}

/** The wordings among a coded column's values that are not understood as they are, in the order in which they came. */
export function foreignWordings(
  column: Column,
  values: readonly string[],
  city: CityCodes
): ForeignWording[] {
  const accepted = wordings(column, city);
  const known = new Set(accepted.flatMap(({ accepted }) => accepted.map(half)));
  const seen = new Set<string>();
  for (const value of values.map((text) => text.trim()))
    for (const part of partsOf(column, value, known)) if (!known.has(half(part))) seen.add(part);
  return [...seen].map((wording) => ({ wording, code: nearest(column, wording, accepted) }));
}

function nearest(
  { type }: Column,
  wording: string,
  accepted: ReturnType<typeof wordings>
): string | undefined {
  if (type === 'bool') return yesNo[wording.toLowerCase()] ?? yesNo[[...wording][0] ?? ''];
  const theirs = [wording, said[wording] ?? ''].flatMap(forms);
  const rated = accepted
    .map(({ code, accepted: words }) => ({
      code,
      likeness: Math.max(
        ...words.flatMap(forms).flatMap((ours) => theirs.map((their) => likeness(ours, their)))
      )
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = rated;
  // Two that are equally near are a question, not an answer.
  if (!best || best.likeness < LEAST || best.likeness === second?.likeness) return undefined;
  return best.code;
}

/** Whole, and without what stands in brackets. */
function forms(text: string): Taken[] {
  const whole = normalHeader(text);
  return [taken(whole), taken(bareHeader(whole))];
}
