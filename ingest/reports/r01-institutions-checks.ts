/**
 * Truths about one row of R01. That a committee exists where one is due, and that animal welfare is reviewed,
 * needs other reports: rules and cross-checks ask it.
 */
import { usccBodyHoldsSql } from '../codes/uscc.ts';
import type { Check } from '../declare.ts';

export const checks = [
  {
    id: 'R01.none_stands_alone',
    level: 'reject',
    fields: ['sensitive_fields'],
    holds: "not list_contains(sensitive_fields, 'none') or length(sensitive_fields) = 1",
    says: {
      zh: '敏感领域选择“不涉及”的，不得同时选择其他领域。',
      en: 'Sensitive fields name “none” together with others.'
    },
    remedy: {
      zh: '仅保留“不涉及”，或者删去“不涉及”。',
      en: 'Keep “none” alone, or take it out.'
    },
    basis: '办法第四条'
  },
  {
    id: 'R01.sensitive_said',
    level: 'remark',
    fields: ['sensitive_involved', 'sensitive_fields'],
    holds: "list_contains(sensitive_fields, 'none') or sensitive_involved",
    says: {
      zh: '已选择敏感领域，但“研究内容是否涉及敏感领域”填为否，前后不一致。',
      en: 'Sensitive fields are chosen, yet research is said not to touch them.'
    },
    remedy: {
      zh: '核实研究内容：涉及的改填“是”；确不涉及的，敏感领域改选“不涉及”。',
      en: 'Say Y where research touches them; otherwise choose “none”.'
    },
    basis: '办法第四条'
  },
  {
    id: 'R01.sensitive_named',
    level: 'remark',
    fields: ['sensitive_fields', 'sensitive_involved'],
    holds: "not sensitive_involved or not list_contains(sensitive_fields, 'none')",
    says: {
      zh: '填报涉及敏感领域，但敏感领域选为“不涉及”，前后不一致。',
      en: 'Research is said to touch sensitive fields, yet none is named.'
    },
    remedy: { zh: '补选具体敏感领域。', en: 'Choose the fields.' },
    basis: '办法第四条'
  },
  {
    id: 'R01.staff_given',
    level: 'remark',
    fields: ['research_staff_count', 'has_research_tasks'],
    holds: 'not has_research_tasks or research_staff_count is not null',
    says: {
      zh: '承担科研任务的单位应填科技人员数。',
      en: 'Research tasks without the number of research staff.'
    },
    remedy: { zh: '补填期末直接从事科技活动的人员数。', en: 'Give the staff at the end of the period.' },
    basis: 'D'
  },
  {
    id: 'R01.students_given',
    level: 'remark',
    fields: ['student_count', 'institution_kind'],
    holds: "institution_kind <> 'university' or student_count is not null",
    says: { zh: '高等学校应填在校生数。', en: 'A university without its number of students.' },
    remedy: { zh: '补填在校生数。', en: 'Give the number of students.' },
    basis: 'D'
  },
  {
    id: 'R01.rules_given',
    level: 'remark',
    fields: ['internal_rules'],
    holds: 'coalesce(length(internal_rules), 0) > 0',
    says: {
      zh: '未填任何已建制度，按尚未建立制度统计。',
      en: 'No internal rules are named: it counts as having none.'
    },
    remedy: {
      zh: '已建立的据实补选；确未建立的，按办法要求建立健全制度。',
      en: 'Name those in place; where there is none, set them up as the Measures ask.'
    },
    basis: '办法第四条、第六条'
  },
  {
    id: 'R01.ends_after_begin',
    level: 'reject',
    fields: ['valid_to', 'valid_from'],
    holds: 'valid_to >= valid_from',
    says: { zh: '失效日期早于生效日期。', en: 'It ends before it begins.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  {
    id: 'R01.end_given',
    level: 'remark',
    fields: ['valid_to', 'institution_status'],
    holds: "institution_status not in ('dissolved', 'expired') or valid_to is not null",
    says: { zh: '已注销、撤销或到期的单位应填失效日期。', en: 'Dissolved or expired without a date.' },
    remedy: { zh: '补填失效日期。', en: 'Give the date from which it is no longer valid.' },
    basis: 'D'
  },
  {
    id: 'R01.uscc_body',
    level: 'remark',
    fields: ['institution_uscc'],
    holds: usccBodyHoldsSql('institution_uscc'),
    says: {
      zh: '统一社会信用代码第9至17位（主体标识码）的校验位不符。',
      en: 'The organisation code inside the credit code (positions 9–17) fails its own check.'
    },
    remedy: { zh: '对照登记证书核对代码。', en: 'Compare it with the certificate of registration.' },
    basis: 'GB 11714'
  },
  {
    id: 'R01.uscc_kind',
    level: 'remark',
    fields: ['institution_uscc', 'institution_kind'],
    holds: `(institution_kind <> 'enterprise' or institution_uscc like '9%')
      and (institution_kind <> 'university' or institution_uscc not like '9%')
      and (institution_kind <> 'sci_tech_society' or institution_uscc like '5%' or institution_uscc like '1%')`,
    says: {
      zh: '统一社会信用代码前两位表示的机构类别与单位类型不相称。',
      en: 'The first two characters of the credit code do not suit the kind of institution.'
    },
    remedy: {
      zh: '核对代码和单位类型：企业一般以91开头，事业单位以12开头，社会团体以51开头。',
      en: 'Check both: enterprises usually begin with 91, public institutions with 12, societies with 51.'
    },
    basis: 'GB 32100-2015'
  }
] as const satisfies readonly Check[];
