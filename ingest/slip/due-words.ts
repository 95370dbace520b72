/** By when a submission's reports are due: from the ledger where it knows them, else in the words of the form. */
import type { LedgerRow, SubmissionRow } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import { reportById } from '../reports/index.ts';
import type { Language } from './request.ts';

export async function dueWords(
  reader: Reader,
  submission: SubmissionRow,
  reports: readonly string[],
  language: Language
): Promise<string[]> {
  const said = await Promise.all(reports.map((report) => dueOf(reader, submission, report, language)));
  return said.flatMap((words) => words ?? []);
}

async function dueOf(
  reader: Reader,
  { id, authority }: SubmissionRow,
  report: string,
  language: Language
): Promise<string | undefined> {
  const declared = reportById(report);
  if (!declared) return undefined;
  const name = `${report} ${declared[language]}`;
  const [kind, code] = authority.split(':');
  const own = kind === 'institution' && code !== undefined ? { institution: code } : {};
  const { rows } = await reader.ledger({ report, ...own, page_size: 5000 });
  const here = rows.filter(({ submission_id }) => submission_id === id);
  const owed = kind === 'institution' ? rows.filter(({ received_date }) => received_date === null) : [];
  const due = [...here, ...owed].toSorted((a, b) => b.due_date.localeCompare(a.due_date))[0];
  const { day } = reader.moment;
  if (due) return language === 'zh' ? dueZh(name, due, day) : dueEn(name, due, day);
  return language === 'zh'
    ? `${name}的报送期限：${declared.deadline.zh}。`
    : `${name} is due: ${declared.deadline.en}.`;
}

const dueZh = (name: string, { report_period, due_date }: LedgerRow, day: string) =>
  due_date < day
    ? `${name}（报告期 ${report_period}）的报送期限为 ${due_date}，已过期限，请尽快更正报送。`
    : `${name}（报告期 ${report_period}）的报送期限为 ${due_date}，请于期限前更正报送。`;

const dueEn = (name: string, { report_period, due_date }: LedgerRow, day: string) =>
  due_date < day
    ? `${name} for ${report_period} was due on ${due_date}: please correct it as soon as you can.`
    : `${name} for ${report_period} is due on ${due_date}: please correct it by then.`;
