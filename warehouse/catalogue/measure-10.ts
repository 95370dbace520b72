/** Measure 10, ethics education. */
import type { Indicator, Missing } from './declare.ts';
import { activeInstitution } from './standing.ts';

const education = {
  zh: '市措施二（四）10“鼓励市属高校开设科技伦理必（选）修课”；仅提示',
  en: 'City measures II(4)10 (encourages municipal universities to offer courses); information only'
};
const rejectedCourses: Missing = {
  kind: 'records',
  reports: ['R11'],
  words: { zh: '被退回或待关联的课程行', en: 'Rejected or waiting rows of courses' }
};

const ofMunicipal = `institution_kind = 'university' and affiliation_level = 'municipal'`;
/** The same, of the institution of a course. */
const atMunicipal = (and = 'true') =>
  `len(list_filter(municipal_university, u -> u.from_date <= at_date and u.to_date > at_date and ${and})) > 0`;
const atOthers = {
  where: `not coalesce(${atMunicipal()}, false)`,
  words: {
    zh: '非市属高校（含央属、省属）的课程，不在本措施范围',
    en: 'Courses of universities that are not municipal: the measure is not about them'
  }
};

export const measure10: readonly Indicator[] = [
  {
    id: 'IND-10-01',
    measure: '10',
    words: { zh: '市属高校课程开设率', en: 'Municipal universities offering courses' },
    strength: 'encourage',
    direction: 'up',
    unit: 'percent',
    mart: 'institution_activity',
    period: 'semester',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '开设率', en: 'Offering' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${activeInstitution} and ${ofMunicipal}`,
          counts: 'list_contains(course_terms, t.period)'
        }
      }
    ],
    missing: rejectedCourses,
    excluded: [
      {
        where: `${activeInstitution} and institution_kind = 'university' and affiliation_level <> 'municipal'`,
        words: {
          zh: '非市属高校（含央属、省属），不在本措施范围',
          en: 'Universities that are not municipal: the measure is not about them'
        }
      }
    ],
    thresholds: [{ name: 'rate', green: 100, amber: 60, from: '2023-12-01', basis: 'D（仅提示）' }],
    definition: {
      numerator: {
        zh: '其中本学期单独开设科技伦理课程的高校数',
        en: 'Those that offer a course of its own on ethics in the semester'
      },
      denominator: { zh: '状态有效的市属高校数', en: 'Active municipal universities' },
      note: {
        zh: '融入其他课程的章节不计。学期以课程表所填为准，春季学期计2月至7月，秋季学期计8月至次年1月。',
        en: 'Chapters within other courses do not count. Spring is February to July, autumn August to January.'
      }
    },
    legal_basis: education,
    reports: ['R11', 'R01'],
    facts: ['institution_kind', 'affiliation_level', 'course_terms']
  },
  {
    id: 'IND-10-02',
    measure: '10',
    words: { zh: '学生修读覆盖率', en: 'Student enrolment coverage' },
    strength: 'encourage',
    direction: 'up',
    unit: 'percent',
    mart: 'course',
    period: 'year',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '覆盖率', en: 'Coverage' },
        shape: {
          kind: 'quotient',
          numerator: [
            {
              mart: 'course',
              timing: { flow: 'term_start', until: 'at_date' },
              among: atMunicipal('u.students is not null'),
              weight: 'enrolled_first_ytd',
              facts: ['term', 'course_kind', 'enrolled', 'enrolled_first_ytd']
            }
          ],
          denominator: [
            {
              mart: 'institution',
              timing: { stock: true },
              among: `${activeInstitution} and ${ofMunicipal} and student_count is not null`,
              weight: 'student_count',
              facts: ['institution_kind', 'affiliation_level', 'student_count']
            }
          ]
        }
      }
    ],
    missing: rejectedCourses,
    thresholds: [{ name: 'rate', green: 10, amber: 5, from: '2023-12-01', basis: 'D（仅提示）' }],
    definition: {
      numerator: {
        zh: '上述高校本年各学期课程中本年度首次修读人数之和',
        en: 'Students of these universities who took a course for the first time this year'
      },
      denominator: {
        zh: '状态有效的市属高校在校生数',
        en: 'Students of active municipal universities'
      },
      note: {
        zh: '分子含融入式章节的修读人数。未填在校生数的高校，分子、分母均不计。年按学期名称所在年份，秋季学期不跨年拆分。',
        en: 'Chapters within other courses count too. A university that does not say how many students it has is left out on both sides. The year is that of the semester’s name; autumn is not divided.'
      }
    },
    legal_basis: education,
    reports: ['R11', 'R01'],
    facts: ['term', 'course_kind', 'enrolled', 'enrolled_first_ytd']
  },
  {
    id: 'IND-10-03',
    measure: '10',
    words: { zh: '必修课占比', en: 'Compulsory share' },
    strength: 'encourage',
    direction: 'up',
    unit: 'percent',
    mart: 'course',
    period: 'year',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '必修课占比', en: 'Compulsory' },
        timing: { flow: 'term_start', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: `is_standalone and ${atMunicipal()}`,
          counts: `course_kind = 'compulsory'`
        }
      }
    ],
    missing: rejectedCourses,
    excluded: [
      atOthers,
      {
        where: `not is_standalone and ${atMunicipal()}`,
        words: { zh: '融入其他课程的章节', en: 'Chapters within other courses' }
      }
    ],
    thresholds: [{ name: 'rate', green: 30, amber: 10, from: '2023-12-01', basis: 'D（仅提示）' }],
    definition: {
      numerator: { zh: '其中必修课门数', en: 'Those that are compulsory' },
      denominator: {
        zh: '市属高校本年各学期单独开设的科技伦理课程门数',
        en: 'Courses of their own on ethics at municipal universities in the year’s semesters'
      },
      note: {
        zh: '同一课程在两个学期开设的，计两门次。只计市属高校，与本措施对象一致。',
        en: 'A course offered in both semesters counts twice. Only municipal universities count, as the measure is about them.'
      }
    },
    legal_basis: education,
    reports: ['R11'],
    facts: ['term', 'course_name', 'course_kind', 'is_standalone']
  }
];
