/** Guarantee 2: following up, that is reports handed in and rectifications done in time. */
import type { Words } from '#ingest/declare.ts';
import { reports } from '#ingest/reports/index.ts';
import { workdays, type Rule } from './declare.ts';

const basis = {
  zh: '市措施三（二）“督促整改”',
  en: 'City measures, part 3 (2), supervision of rectification'
};
const began = 'issued_date <= day and due_date is not null';
const undone = '(done_date is null or done_date > day)';
const workdaysLate = workdays('due_date', 'day');
const reportName = (language: keyof Words) =>
  `case report ${reports.map((each) => `when '${each.id}' then '${each[language].replaceAll("'", "''")}'`).join(' ')} else report end`;
const workdaysLeft = workdays('day', 'due_date');

export const measureG2: readonly Rule[] = [
  {
    id: 'RULE-G2-01',
    words: { zh: '报送逾期', en: 'Report overdue' },
    kind: 'P',
    measure: 'G2',
    mart: 'report_due',
    object: 'record_key',
    report: null,
    of_reports: true,
    called: {
      zh: `report_period || ' ' || ${reportName('zh')}`,
      en: `${reportName('en')} || ' ' || report_period`
    },
    // What was due before the first publication was owed to nobody here.
    judged: 'due_date >= (select min(n.day) from meta.publication n)',
    offends: 'due_date < day and (received_date is null or received_date > day)',
    severity: `case when ${workdaysLate} > 15 then 'high' when ${workdaysLate} > 5 then 'medium' else 'low' end`,
    value: { workdays_past: 'due_date' },
    limit: 'due_date',
    act_by: { workdays: 5 },
    basis: { zh: '市措施三（二）', en: 'City measures, part 3 (2)' },
    action: { zh: '补报', en: 'hand in the report' },
    dept: 'dept',
    recipients: ['institution', 'supervising_dept'],
    escalations: [
      {
        // The period before is owed as well: two in a row.
        level: 'L2',
        when: `lag(period_end, 1, date '1900-01-01') over (
          partition by coalesce(institution_uscc, dept), report, length(report_period) order by period_start) = period_start - 1`
      }
    ],
    // Known at the end of the period and owing nothing: all that said otherwise was replaced, none of it withdrawn.
    gone: `split_part(object_id, '|', 2) in (
        select record_key from staging.institutions
        where published_in <= {{p}} and superseded_in > {{p}} and row_action = 'void')
      or (object_id in (
          select d.report || '|' || i.institution_uscc || '|' || d.report_period
          from meta.report_deadline d
          join marts.institution({{p}}) i on i.from_date <= d.period_end and i.to_date > d.period_end)
        and split_part(object_id, '|', 2) not in (
          select any_value(institution_uscc) from staging.committees where published_in <= {{p}}
          group by record_key having max(superseded_in) <= {{p}}))
      or object_id in (
        select d.report || '|' || m.dept || '|' || d.report_period from meta.report_deadline d, meta.department m)`
  },
  {
    id: 'RULE-G2-02',
    words: { zh: '整改逾期', en: 'Rectification overdue' },
    kind: 'P',
    measure: 'G2',
    mart: 'rectification',
    object: 'record_key',
    report: 'R08',
    about: 'issue_summary',
    judged: began,
    offends: `due_date < day and ${undone}`,
    severity: `case when day - due_date > 30 or is_major then 'critical' when day - due_date > 15 then 'high' else 'medium' end`,
    value: { days_past: 'due_date' },
    limit: 'due_date',
    act_by: { workdays: 10 },
    basis,
    action: { zh: '完成整改并提交整改报告', en: 'complete the rectification and hand in its report' },
    recipients: ['institution', { column: 'issued_by_dept' }, 'supervising_dept'],
    escalations: [
      { level: 'L3', when: 'day - due_date > 15' },
      { level: 'L4', when: 'day - due_date > 30 or is_major' }
    ]
  },
  {
    id: 'RULE-G2-03',
    words: { zh: '整改到期提醒', en: 'Rectification due soon' },
    kind: 'I',
    measure: 'G2',
    mart: 'rectification',
    object: 'record_key',
    report: 'R08',
    about: 'issue_summary',
    judged: began,
    offends: `due_date >= day and ${workdaysLeft} between 0 and 10 and ${undone}`,
    severity: `'low'`,
    value: { workdays_left: 'due_date' },
    limit: 'due_date',
    act_by: { date: 'due_date' },
    basis,
    action: { zh: '完成整改并提交整改报告', en: 'complete the rectification and hand in its report' },
    recipients: ['institution', { column: 'issued_by_dept' }, 'supervising_dept'],
    escalations: [],
    reminders: { workdays_left: [10, 5, 1], until: 'due_date' },
    // Overdue by now, or extended: the reminder ends, the matter does not.
    lapses: undone
  },
  {
    id: 'RULE-G2-06',
    words: { zh: '报送到期提醒', en: 'Reports due soon' },
    kind: 'I',
    measure: 'G2',
    // One for all who owe a report in a sector: institutions have no mailbox here, their department reminds them.
    mart: 'report_call',
    object: 'record_key',
    report: null,
    of_reports: true,
    called: {
      zh: `report_period || ' ' || ${reportName('zh')} || '：' || owed_count || ' 家应报，' || missing_count || ' 家未报'`,
      en: `${reportName('en')} || ' ' || report_period || ': ' || missing_count || ' of ' || owed_count || ' not handed in'`
    },
    about: 'missing_names',
    judged: 'due_date > day - 60',
    offends: `due_date >= day and ${workdaysLeft} between 0 and 5 and missing_count > 0`,
    severity: `'low'`,
    value: { workdays_left: 'due_date' },
    limit: 'due_date',
    act_by: { date: 'due_date' },
    basis: { zh: '市措施三（二）；D', en: 'City measures, part 3 (2); D' },
    action: { zh: '提醒未报单位按期报送', en: 'remind those who have not handed it in' },
    dept: 'dept',
    recipients: ['supervising_dept'],
    escalations: [],
    reminders: { workdays_left: [5, 1], until: 'due_date' },
    // Its day has passed: what is still owed is overdue from now on.
    lapses: 'missing_count > 0',
    gone: 'true'
  }
];
