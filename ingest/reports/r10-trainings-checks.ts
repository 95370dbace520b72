/** Truths about one row of R10. Coverage of staff and committee members needs other reports: indicators ask that. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r10-trainings-columns.ts';

export const checks = [
  {
    id: 'R10.one_organiser',
    level: 'reject',
    fields: ['institution_uscc', 'organizer_dept'],
    holds: '(institution_uscc is null) <> (organizer_dept is null)',
    says: {
      zh: '举办单位代码和举办部门须填且只填一项。',
      en: 'Either the institution or the department that held it is given, not both and not neither.'
    },
    remedy: {
      zh: '单位举办的填举办单位代码，部门举办的填举办部门。',
      en: 'Give the credit code where an institution held it, the department where a department did.'
    },
    basis: 'D'
  },
  {
    id: 'R10.first_time_within',
    level: 'reject',
    fields: ['attendees_staff_first_ytd', 'attendees_staff'],
    holds: 'attendees_staff_first_ytd <= attendees_staff',
    says: {
      zh: '本年度首次参训人数多于参训科技人员人次。',
      en: 'More staff for the first time than staff at all.'
    },
    remedy: { zh: '核对两个数字。', en: 'Check both numbers.' },
    basis: 'D'
  },
  given('R10', columnOf(columns, 'attendees_new_hires'), {
    when: "training_kind = 'onboarding'",
    reads: ['training_kind'],
    said: { zh: '培训类型为入职培训', en: 'Onboarding' },
    basis: '市措施二（四）11'
  }),
  {
    // New hires may or may not be among the staff: whoever can have attended is counted.
    id: 'R10.assessed_within',
    level: 'reject',
    fields: [
      'assessed_count',
      'attendees_staff',
      'attendees_new_hires',
      'attendees_members',
      'attendees_students'
    ],
    holds:
      'assessed_count <= attendees_staff + coalesce(attendees_new_hires, 0) + attendees_members + attendees_students',
    says: { zh: '考核人数多于参训合计人次。', en: 'More were assessed than attended.' },
    remedy: { zh: '核对考核人数和各类参训人次。', en: 'Check the number assessed and those attending.' },
    basis: 'D'
  },
  {
    id: 'R10.passed_within',
    level: 'reject',
    fields: ['passed_count', 'assessed_count'],
    holds: 'passed_count <= assessed_count',
    says: { zh: '考核合格人数多于考核人数。', en: 'More passed than were assessed.' },
    remedy: { zh: '核对两个人数。', en: 'Check both numbers.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
