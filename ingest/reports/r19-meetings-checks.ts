/** Truths about one row of R19. That its resolutions stand among the action items needs R20. */
import type { Check } from '../declare.ts';

export const checks = [
  {
    id: 'R19.attended_within',
    level: 'reject',
    fields: ['attended_units', 'invited_units'],
    holds: 'attended_units <= invited_units',
    says: { zh: '实到成员单位数多于应到成员单位数。', en: 'More units attended than were invited.' },
    remedy: { zh: '核对应到和实到单位数。', en: 'Check both numbers.' },
    basis: '市措施二（一）1'
  },
  {
    id: 'R19.absent_no_more',
    level: 'reject',
    fields: ['absent_depts', 'invited_units', 'attended_units'],
    holds:
      'coalesce(length(absent_depts), 0) <= invited_units - attended_units or attended_units > invited_units',
    says: {
      zh: '所填缺席部门多于应到与实到之差。',
      en: 'More departments are named as absent than units were missing.'
    },
    remedy: { zh: '核对缺席部门和应到、实到单位数。', en: 'Check the departments and both numbers.' },
    basis: '市措施二（一）1'
  },
  {
    // Units that are no department of the list can be absent as well.
    id: 'R19.absent_named',
    level: 'remark',
    fields: ['absent_depts', 'invited_units', 'attended_units'],
    holds: 'coalesce(length(absent_depts), 0) >= invited_units - attended_units',
    says: {
      zh: '所填缺席部门少于应到与实到之差，未列出的部门按到会统计。',
      en: 'Fewer departments are named as absent than units were missing; those not named count as present.'
    },
    remedy: {
      zh: '补选缺席部门；缺席的不是表列部门的，选“其他部门”。',
      en: 'Name those absent; “other department” for units outside the list.'
    },
    basis: '市措施二（一）1'
  },
  {
    id: 'R19.minutes_after_meeting',
    level: 'reject',
    fields: ['minutes_issued_date', 'meeting_date'],
    holds: 'minutes_issued_date >= meeting_date',
    says: { zh: '会议纪要印发日早于会议日期。', en: 'The minutes were issued before the meeting.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
