/** Truths about one row of R18. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r18-typical-cases-columns.ts';

export const checks = [
  {
    id: 'R18.desensitised',
    level: 'remark',
    fields: ['desensitised'],
    holds: 'desensitised',
    says: {
      zh: '案例尚未确认脱敏，不得公开。',
      en: 'The case is not confirmed as desensitised: it is not to be made public.'
    },
    remedy: {
      zh: '脱敏并经来源单位同意公开后，改填“是”。',
      en: 'Desensitise it and obtain the consent of its institution, then say Y.'
    },
    basis: '市措施三（三）'
  },
  {
    id: 'R18.selected_after_recommended',
    level: 'reject',
    fields: ['selected_date', 'recommended_date'],
    holds: 'selected_date >= recommended_date',
    says: { zh: '入选日期早于推荐日期。', en: 'Selected before it was recommended.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R18.promoted_after_selected',
    level: 'reject',
    fields: ['promoted_date', 'selected_date', 'recommended_date'],
    holds: 'promoted_date >= coalesce(selected_date, recommended_date)',
    says: { zh: '推广日期早于入选日期（推荐日期）。', en: 'Promoted before it was selected (recommended).' },
    remedy: { zh: '核对推广日期。', en: 'Check the date of promotion.' },
    basis: 'D'
  },
  given('R18', columnOf(columns, 'promotion_kind'), {
    when: 'coalesce(selected_date, promoted_date) is not null',
    reads: ['selected_date', 'promoted_date'],
    said: { zh: '案例已入选或者已推广', en: 'Selected or promoted' },
    basis: '市措施三（三）'
  }),
  given('R18', columnOf(columns, 'selected_date'), {
    when: 'promoted_date is not null',
    reads: ['promoted_date'],
    said: { zh: '案例已推广', en: 'Promoted' },
    basis: 'D'
  })
] as const satisfies readonly Check[];
