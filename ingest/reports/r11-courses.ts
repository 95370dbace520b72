/** R11, courses on ethics at universities: one row a course and semester. */
import type { Report } from '../declare.ts';
import { checks } from './r11-courses-checks.ts';

export const courses = {
  id: 'R11',
  table: 'courses',
  zh: '高校科技伦理课程表',
  en: 'University courses',
  who: { zh: '高校', en: 'Universities' },
  frequency: { zh: '学期报（每年两次）', en: 'Every semester (twice a year)' },
  deadline: { zh: '3月31日、9月30日前', en: 'By 31 March and 30 September' },
  nil: true,
  columns: [
    {
      field: 'course_id',
      zh: '课程编号',
      en: 'Course no.',
      type: 'string',
      required: 'yes',
      length: 40,
      variants: ['课程代码', '课程号', '开课编号', 'Course ID'],
      note: {
        zh: '一门课一学期一个编号，不同学期不重复使用',
        en: 'One for a course in one semester; not used again in another'
      },
      example: 'CO-2026A-003'
    },
    {
      field: 'institution_uscc',
      zh: '学校代码',
      en: 'Credit code of the university',
      type: 'string',
      required: 'yes',
      length: 18,
      ref: 'institutions',
      variants: [
        '学校统一社会信用代码',
        '统一社会信用代码',
        '统一信用代码',
        '社会信用代码',
        '高校代码',
        '单位代码',
        'USCC'
      ],
      note: { zh: '填统一社会信用代码', en: 'The unified social credit code' },
      example: '12210100000000019C'
    },
    {
      field: 'term',
      zh: '学期',
      en: 'Semester',
      type: 'string',
      required: 'yes',
      length: 7,
      variants: ['开课学期', '所属学期', '授课学期', 'Term'],
      note: {
        zh: 'YYYY-S1（春季）或者YYYY-S2（秋季），如 2026-S1',
        en: 'YYYY-S1 (spring) or YYYY-S2 (autumn), for example 2026-S1'
      },
      example: '2026-S1'
    },
    {
      field: 'course_name',
      zh: '课程名称',
      en: 'Name of the course',
      type: 'string',
      required: 'yes',
      length: 80,
      free_text: true,
      variants: ['课程', '课程名', '名称', 'Course name'],
      example: '科技伦理导论'
    },
    {
      field: 'course_kind',
      zh: '课程性质',
      en: 'Nature of the course',
      type: 'code',
      required: 'yes',
      codes: 'CL43',
      variants: ['课程类型', '课程类别', '修读性质', '性质'],
      example: 'elective'
    },
    {
      field: 'course_level',
      zh: '培养层次',
      en: 'Level of the course',
      type: 'code',
      required: 'yes',
      codes: 'CL44',
      variants: ['层次', '授课层次', '学历层次', '授课对象'],
      example: 'undergraduate'
    },
    {
      field: 'credits',
      zh: '学分',
      en: 'Credits',
      type: 'decimal',
      required: 'yes',
      length: 3,
      scale: 1,
      min: 0,
      max: 6,
      variants: ['学分数', '课程学分'],
      note: { zh: '不计学分的填0', en: '0 where there are none' },
      example: '1.0'
    },
    {
      field: 'class_hours',
      zh: '学时',
      en: 'Class hours',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['学时数', '课时', '课时数', '课程学时', '总学时'],
      note: {
        zh: '不少于4学时；融入式章节只计伦理内容的学时',
        en: 'Four or more; of a chapter in another course only the hours on ethics'
      },
      example: '16'
    },
    {
      field: 'enrolled',
      zh: '选课人数',
      en: 'Students enrolled',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['选课学生数', '修读人数', '选修人数', '选课人次', '学生人数'],
      example: '210'
    },
    {
      field: 'enrolled_first_ytd',
      zh: '其中本年度首次修读人数',
      en: 'Of these, for the first time this year',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['其中：本年度首次修读人数', '本年度首次修读人数', '首次修读人数', '本年首次修读人数'],
      note: { zh: '一人一年只计一次', en: 'Each person once a year' },
      example: '198'
    },
    {
      field: 'teacher_count',
      zh: '授课教师数',
      en: 'Teachers',
      type: 'int',
      required: 'yes',
      min: 1,
      variants: ['教师数', '授课教师人数', '任课教师数', '任课教师人数'],
      note: { zh: '只报人数，不报姓名', en: 'Their number, no names' },
      example: '2'
    },
    {
      field: 'is_standalone',
      zh: '是否单独设课',
      en: 'A course of its own',
      type: 'bool',
      required: 'yes',
      variants: ['单独设课', '是否独立设课', '是否单独开课', '独立设课'],
      note: { zh: '融入其他课程章节的填“否”', en: 'N for a chapter in another course' },
      example: 'Y'
    }
  ],
  key: ['course_id'],
  institution: { field: 'institution_uscc' },
  checks,
  speaks_of: 'term',
  due: [
    {
      every: 'semester',
      by: { by_name: { S1: '03-31', S2: '09-30' } },
      owed_by: "institution_kind = 'university' and is_active",
      basis: 'D：每学期一次，3月31日、9月30日前'
    }
  ]
} as const satisfies Report;
