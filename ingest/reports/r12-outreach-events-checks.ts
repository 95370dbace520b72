/** Truths about one row of R12. The window of a campaign is set anew each year: a dated parameter, not asked here. */
import { usccHoldsSql } from '../codes/uscc.ts';
import type { Check } from '../declare.ts';

export const checks = [
  {
    id: 'R12.one_organiser',
    level: 'reject',
    fields: ['institution_uscc', 'organizer_dept'],
    holds: '(institution_uscc is null) <> (organizer_dept is null)',
    says: {
      zh: '主办单位代码和主办部门须填且只填一项。',
      en: 'Either the institution or the department that held it is given, not both and not neither.'
    },
    remedy: {
      zh: '单位主办的填主办单位代码，部门主办的填主办部门；其他主办方填入合作单位代码。',
      en: 'Give the one that led; name the others as partners.'
    },
    basis: 'D'
  },
  {
    // One wrong partner does not make the event untrue: it is nobody's, and is not counted.
    id: 'R12.partners_are_codes',
    level: 'remark',
    fields: ['partner_usccs'],
    holds: `length(list_filter(partner_usccs, x -> not ${usccHoldsSql('x')})) = 0`,
    says: {
      zh: '合作单位代码中有校验不通过的统一社会信用代码，该单位不计入合作统计。',
      en: 'Among the partners is a code that is no unified social credit code; it is not counted.'
    },
    remedy: {
      zh: '逐个核对18位代码，多个代码以分号分隔。',
      en: 'Check each of the 18 characters; separate several codes by semicolons.'
    },
    basis: 'VAL-01 GB 32100-2015'
  },
  {
    id: 'R12.partners_are_others',
    level: 'remark',
    fields: ['partner_usccs', 'institution_uscc'],
    holds: 'not list_contains(partner_usccs, institution_uscc)',
    says: {
      zh: '合作单位中列有主办单位本身。',
      en: 'The organising institution is named as its own partner.'
    },
    remedy: { zh: '合作单位代码只填其他单位。', en: 'Name other institutions only.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
