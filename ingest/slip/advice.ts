/** What became of a file, and what its submitter does next: the words of a slip that depend on the result. */
import type { SubmissionRow } from '#warehouse/answers.ts';
import type { Language } from './request.ts';

type Result =
  | 'returned'
  | 'duplicate'
  | 'withdrawn'
  | 'received'
  | 'empty'
  | 'rejected'
  | 'partly'
  | 'remarked'
  | 'accepted';

export function resultOf({ state, rows, accepted, rejected, remarked }: SubmissionRow): Result {
  if (state === 'returned' || state === 'duplicate' || state === 'withdrawn' || state === 'received')
    return state;
  if (rows === 0) return 'empty';
  if (accepted === 0) return 'rejected';
  if (rejected > 0) return 'partly';
  return remarked > 0 ? 'remarked' : 'accepted';
}

const verdicts: Record<Language, Record<Result, string>> = {
  zh: {
    returned: '整份退回，没有任何一行计入数据',
    duplicate: '与此前报送的文件完全相同，数据没有变化',
    withdrawn: '该次报送已撤回',
    received: '文件已收到，正在检查',
    empty: '表内没有数据行',
    rejected: '全部退回，没有任何一行计入数据',
    partly: '部分接收，部分退回',
    remarked: '全部接收，有提示',
    accepted: '全部接收'
  },
  en: {
    returned: 'Returned whole: no row counts',
    duplicate: 'The same file was handed in before; nothing has changed',
    withdrawn: 'Withdrawn',
    received: 'Received, being checked',
    empty: 'The tables hold no rows',
    rejected: 'All rows returned: none counts',
    partly: 'Accepted in part',
    remarked: 'Accepted, with remarks',
    accepted: 'Accepted'
  }
};

export const verdictOf = (submission: SubmissionRow, language: Language): string =>
  verdicts[language][resultOf(submission)];

const words = {
  zh: {
    again: '请按上述原因更正后，重新报送整份文件。',
    correct: (rows: number) =>
      `退回的 ${rows} 行未计入数据。请在本文件中更正标为“退回”的单元格，保存后重新报送；可以报送整份文件，也可以只报送更正的行，内容相同的行不会重复计算。`,
    check: '标为“提示”的行已接收。请逐条核对：填写有误的，更正后重新报送；填写无误的，不需处理。',
    keep: '本页和“问题清单”不影响报送，不必删除。',
    nothing: '不需处理。',
    wait: '检查完成后，请重新下载回执。',
    nil: '本期确无应报事项的，请将“零报告”填“是”后报送。',
    earlier: '处理结果见此前报送的回执。'
  },
  en: {
    again: 'Correct what is named above and hand in the whole file again.',
    correct: (rows: number) =>
      `The ${rows} returned rows do not count. Correct the cells marked “returned” in this file, save it and hand it in again: the whole file, or the corrected rows alone. Rows that are the same are not counted twice.`,
    check:
      'Rows marked “remark” were accepted. Check each of them: correct and hand in again what is wrong; what is right needs nothing.',
    keep: 'This sheet and the list of faults do not matter to the next submission and may stay.',
    nothing: 'Nothing is to be done.',
    wait: 'Download the slip again when the check is done.',
    nil: 'If there was nothing to report, answer the question for a nil declaration with yes.',
    earlier: 'The result stands in the slip of the earlier submission.'
  }
};

/** `dues`: by when, in sentences. */
export function nextSteps(submission: SubmissionRow, dues: readonly string[], language: Language): string[] {
  const own = words[language];
  const { rejected, remarked, reason } = submission;
  switch (resultOf(submission)) {
    case 'returned':
      return [...(reason ? [reason.remedy[language]] : []), own.again, ...dues];
    case 'duplicate':
      return [own.earlier];
    case 'received':
      return [own.wait];
    case 'withdrawn':
    case 'accepted':
      return [own.nothing];
    case 'empty':
      return [own.nil, ...dues];
    case 'remarked':
      return [own.check, own.keep];
    case 'rejected':
    case 'partly':
      return [own.correct(rejected), ...dues, ...(remarked > 0 ? [own.check] : []), own.keep];
  }
}
