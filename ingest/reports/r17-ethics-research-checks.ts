/** Truths about one row of R17. Whether advice has waited too long for its answer depends on the day: a rule asks that. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r17-ethics-research-columns.ts';

export const checks = [
  {
    id: 'R17.none_stands_alone',
    level: 'reject',
    fields: ['sensitive_fields'],
    holds: "not list_contains(sensitive_fields, 'none') or length(sensitive_fields) = 1",
    says: {
      zh: '主题领域选择“不涉及”的，不得同时选择其他领域。',
      en: 'The fields name “none” together with others.'
    },
    remedy: { zh: '仅保留“不涉及”，或者删去“不涉及”。', en: 'Keep “none” alone, or take it out.' },
    basis: 'D'
  },
  {
    id: 'R17.ends_after_begin',
    level: 'reject',
    fields: ['end_date', 'start_date'],
    holds: 'end_date >= start_date',
    says: { zh: '结题日期早于立项（启动）日期。', en: 'It ended before it began.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R17.output_after_begin',
    level: 'reject',
    fields: ['output_date', 'start_date'],
    holds: 'output_date >= start_date',
    says: { zh: '成果日期早于立项（启动）日期。', en: 'The output came before the research began.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  given('R17', columnOf(columns, 'output_kind'), {
    when: '(output_date is not null or adopted)',
    reads: ['output_date', 'adopted'],
    said: { zh: '已填成果日期或者已被采纳', en: 'An output has a date or was adopted' },
    basis: '市措施二（二）6'
  }),
  given('R17', columnOf(columns, 'output_date'), {
    when: 'output_kind is not null',
    reads: ['output_kind'],
    said: { zh: '已有成果', en: 'There is an output' },
    basis: '市措施二（二）6'
  }),
  given('R17', columnOf(columns, 'adopted'), {
    when: "output_kind in ('advisory_report', 'standard')",
    reads: ['output_kind'],
    said: { zh: '成果为咨询建议或者规范、标准、指南', en: 'Advice or a standard' },
    basis: '市措施二（二）6'
  }),
  given('R17', columnOf(columns, 'adopted_by_dept'), {
    when: 'adopted',
    reads: ['adopted'],
    said: { zh: '已被部门采纳', en: 'Adopted by a department' },
    basis: '市措施二（二）6'
  }),
  {
    id: 'R17.adoption_said',
    level: 'remark',
    fields: ['adopted', 'adopted_by_dept'],
    holds: 'adopted_by_dept is null or coalesce(adopted, false)',
    says: {
      zh: '已填采纳部门，但“是否被部门采纳”未填为是，前后不一致。',
      en: 'A department that adopted it, yet it is not said to be adopted.'
    },
    remedy: { zh: '核实后更正。', en: 'Check and correct.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
