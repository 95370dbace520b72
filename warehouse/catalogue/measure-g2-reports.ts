/** Guarantee 2, what is handed in: reports in time, rows that could be accepted, summaries of the departments. */
import { reports } from '#ingest/reports/index.ts';
import type { Indicator } from './declare.ts';
import { ofDepartments } from './groupings.ts';

export const measureG2Reports: readonly Indicator[] = [
  {
    id: 'IND-G2-01',
    measure: 'G2',
    words: { zh: '单位报送及时率', en: 'Reports on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'report_due',
    period: 'month',
    over_time: 'sum',
    values: [
      {
        name: 'rate',
        words: { zh: '及时率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'dept is null', counts: 'received_date <= due_date' }
      }
    ],
    missing: { kind: 'none' },
    thresholds: [{ name: 'rate', green: 95, amber: 85, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中在期限内收到的报表数（零报告、部分退回均算已报）',
        en: 'Those received by then (nil and partly accepted count as reported)'
      },
      denominator: { zh: '报送期限在本期届满的应报报表数', en: 'Reports whose due day fell in the period' },
      note: {
        zh: '应报未报即计为未按期，不作缺失处理。',
        en: 'A report that is owed and did not come counts as not on time, not as missing.'
      }
    },
    legal_basis: {
      zh: '市措施三（二）“加强跟踪监测”；报送期限为表式规定（D）',
      en: 'City measures III(2); due days are set by the forms (D)'
    },
    reports: reports
      .filter(({ due }) => due.some(({ owed_by }) => owed_by !== undefined))
      .map(({ id }) => id),
    facts: ['report', 'report_period', 'due_date', 'received_date', 'workdays_late']
  },
  {
    id: 'IND-G2-02',
    measure: 'G2',
    words: { zh: '报送数据合格率', en: 'Row acceptance rate' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'coverage',
    period: 'month',
    over_time: 'sum',
    dept: 'dept',
    values: [
      {
        name: 'rate',
        words: { zh: '合格率', en: 'Accepted' },
        timing: { flow: 'received_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: 'row_count > 0',
          counts: 'true',
          numerator_weight: 'row_count - rejected_rows',
          denominator_weight: 'row_count'
        }
      }
    ],
    missing: { kind: 'none' },
    thresholds: [{ name: 'rate', green: 98, amber: 95, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: { zh: '其中接收（含有提示）的行数', en: 'Those accepted, with or without remarks' },
      denominator: { zh: '本期收到的报送文件的行数', en: 'Rows of the files received in the period' },
      note: {
        zh: '按收到文件的月份统计，不按所报期间；退回后更正重报的行在重报月份另计；已撤回的报送不计，零报告没有行，不影响比率。整份退回的文件不逐行计。部门报送的行归该部门。',
        en: 'By the month of receipt, whatever period the rows speak of; rows handed in again count again. Withdrawn files do not count, nil reports have no rows, files returned as a whole are not counted by rows. Rows of a department are the department’s.'
      }
    },
    legal_basis: { zh: '市措施三（二）“加强跟踪监测”；D', en: 'City measures III(2); D' },
    reports: reports.map(({ id }) => id),
    facts: ['submission_id', 'report', 'report_period', 'received_date', 'row_count', 'rejected_rows']
  },
  {
    id: 'IND-G2-03',
    measure: 'G2',
    words: { zh: '部门总结分析按期率', en: 'Dept summaries on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'department_summary',
    period: 'quarter',
    over_time: 'sum',
    dept: 'dept',
    by: ofDepartments,
    values: [
      {
        name: 'rate',
        words: { zh: '按期率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'true', counts: 'analysis_done and submitted_date <= due_date' }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R23'],
      words: { zh: '被退回的部门总结行（R23）', en: 'Rejected rows of the department summaries (R23)' }
    },
    thresholds: [
      { name: 'rate', green: 100, amber: 85, from: '2023-12-01', basis: 'D（七个部门缺一期为86%）' }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '其中总结分析已完成且提交日期不晚于应报日的期数',
        en: 'Those whose analysis is done and was submitted by the due day'
      },
      denominator: {
        zh: '应报日在本期的部门总结期数（成员部门，含季度总结和年度总结）',
        en: 'Summaries of member departments, quarterly and yearly, whose due day fell in the period'
      },
      note: {
        zh: '以应报日所在季度计：如第三季度总结计入第四季度。应报未报即计为未按期。以所填提交日期为准，系统收到日另列；第四季度总结与年度总结为同一行时，各以所报报告期的版本为准。',
        en: 'By the quarter of the due day: the summary of Q3 counts in Q4. What is owed and did not come is not on time. By the date of submission that is stated; the day of receipt stands beside. Where one row serves both Q4 and the year, each is judged by the version told of it.'
      }
    },
    legal_basis: {
      zh: '市措施三（二）“及时开展……总结分析”；应报日为表式规定（D）',
      en: 'City measures III(2); due days are set by the form (D)'
    },
    reports: ['R23'],
    facts: ['report', 'report_period', 'due_date', 'analysis_done', 'submitted_date', 'received_date']
  }
];
