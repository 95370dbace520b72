/** What the first sheet of a slip says of the file. */
import type { Reader, SubmissionAnswer } from '#warehouse/reader.ts';
import { nextSteps, verdictOf } from './advice.ts';
import { dueWords } from './due-words.ts';
import { mostRows, type Columns, type Written } from './gather.ts';
import type { Language, SlipAbout, SlipSheet } from './request.ts';

export async function aboutOf(
  reader: Reader,
  submission: SubmissionAnswer,
  columns: Columns,
  { reject, remark, listed, remarked }: Written,
  language: Language
): Promise<SlipAbout> {
  const { id, file_name, sha256, received_at, reason, notices } = submission;
  const sheets = submission.sheets.map((sheet): SlipSheet => ({
    sheet_no: sheet.sheet_no,
    sheet: sheet.sheet,
    report: sheet.report,
    report_words: sheet.report_words[language],
    rows: sheet.rows,
    accepted: sheet.accepted,
    remarked:
      submission.sheets.length === 1 ? submission.remarked : (remarked.get(sheet.sheet_no)?.size ?? 0),
    rejected: sheet.rejected,
    columns: (columns.get(sheet.sheet_no) ?? []).map(({ index, header }) => ({ index, header }))
  }));
  // Reports of which nothing was returned need no day.
  const owed = submission.sheets.filter(({ rejected }) => rejected > 0 || submission.rows === 0);
  const reports = [...new Set(owed.map(({ report }) => report))];
  const dues = await dueWords(reader, submission, reports, language);
  return {
    file_name,
    sha256,
    id,
    received: inShenyang(received_at),
    verdict: verdictOf(submission, language),
    reason: reason && { says: reason.says[language], remedy: reason.remedy[language] },
    next: nextSteps(submission, dues, language),
    notices: notices.map(
      ({ sheet, words }) =>
        (sheet === '' ? '' : `${sheet}${language === 'zh' ? '：' : ': '}`) + words[language]
    ),
    sheets,
    found: { reject, remark, listed },
    instead: []
  };
}

/** Why not the file itself is given back. `cut`: tables of which only rows with a fault are. */
export function insteadWords(
  { sheets, file_name }: SubmissionAnswer,
  { whole, cut }: { whole: boolean; cut: readonly string[] },
  language: Language
): string[] {
  const isWorkbook = /\.(xlsx|xlsm)$/i.test(file_name);
  const zh = language === 'zh';
  const said: string[] = [];
  if (sheets.length === 0)
    said.push(zh ? '原文件未附在本回执中。' : 'The file itself is not part of this slip.');
  else if (!whole)
    said.push(
      zh
        ? '原文件由其他单位报送，本回执只列出有权查看的行。'
        : 'Others handed in the file: this slip has the rows that you may see.'
    );
  else if (isWorkbook)
    said.push(
      zh
        ? '原工作簿含有宏、签名或特殊结构，不宜改动；本回执按读取的内容生成，首列为原文件行号。'
        : 'The workbook holds macros, a signature or an odd structure and is left alone: this slip was made from what was read. The first column is the row in the file.'
    );
  else
    said.push(
      zh
        ? '原文件不是 .xlsx 工作簿，本回执按读取的内容生成，首列为原文件行号；更正后可直接报送本文件。'
        : 'The file is no .xlsx workbook: this slip was made from what was read, and can be corrected and handed in. The first column is the row in the file.'
    );
  if (cut.length > 0)
    said.push(
      zh
        ? `“${cut.join('”“')}”超过 ${mostRows} 行，只列出有问题的行。`
        : `${cut.join(', ')}: more than ${mostRows} rows, of which only those with a fault stand here.`
    );
  return said;
}

/** `YYYY-MM-DD HH:mm` in Shenyang, which has kept UTC+8 since 1991. */
const inShenyang = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export function slipName(file_name: string, language: Language): string {
  const base = file_name.replace(/\.[A-Za-z0-9]{1,8}$/, '').replace(/^(回执\d*_|slip_)+/, '');
  return `${language === 'zh' ? '回执' : 'slip'}_${base}.xlsx`;
}
