/** Training, courses and campaigns. */
import type { CrossCheck } from './declare.ts';

export const events: readonly CrossCheck[] = [
  {
    id: 'VAL-14',
    file: 'trained-never-falls',
    report: 'R21',
    field: 'staff_trained_ytd',
    against: 'R21',
    says: {
      zh: '本年累计已参训{found}人，少于上一季度的{expected}人。',
      en: '{found} people trained since January, fewer than the {expected} of the quarter before.'
    },
    remedy: {
      zh: '累计数不应减少，核对两个季度。',
      en: 'A total since January cannot fall: check both quarters.'
    },
    basis: 'VAL-14'
  },
  {
    id: 'R12 campaign',
    file: 'event-within-campaign',
    report: 'R12',
    field: 'event_date',
    against: 'R12',
    says: {
      zh: '活动日期{found}不在所依托节点的时间窗口（{expected}）内。',
      en: 'The event of {found} lies outside its campaign ({expected}).'
    },
    remedy: { zh: '核对活动日期和依托节点。', en: 'Check the date and the campaign.' },
    basis: 'D：节点窗口为参数'
  },
  {
    id: 'R11 university',
    file: 'courses-of-universities',
    report: 'R11',
    field: 'institution_uscc',
    against: 'R01',
    says: { zh: '报送课程的单位在名录中不是高校。', en: 'A course of an institution that is no university.' },
    remedy: {
      zh: '核对学校代码，或者更正名录中的单位类型。',
      en: 'Check the code, or the kind in the registry.'
    },
    basis: 'R11'
  }
];
