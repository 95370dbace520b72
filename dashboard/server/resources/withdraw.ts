import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import type { WithdrawalRefused } from '#jobs/withdraw.ts';
import { act } from '../act.ts';
import { field } from '../field.ts';
import { Problem } from '../problem.ts';
import { submissionId } from './submissions.ts';

const ordered = z.strictObject({ submission: field(z.int(), '报送文件编号', 'Number of the submission') });

const WHY: Record<Exclude<WithdrawalRefused, 'unknown'>, Words> = {
  withdrawn: { zh: '该文件已撤回。', en: 'It has been withdrawn already.' },
  returned: {
    zh: '该文件已整份退回，没有可撤回的内容。',
    en: 'It was returned whole: there is nothing to withdraw.'
  },
  duplicate: {
    zh: '该文件与此前提交的相同，请撤回原文件。',
    en: 'It is the same as one handed in before: withdraw that one.'
  }
};

export const withdraw = act({
  path: '/api/submissions/{id}/withdrawal',
  words: { zh: '撤回一份报送文件', en: 'Withdraw a submission' },
  about: {
    zh: '其各行随下一次发布退出数据，各记录恢复为其余文件所报的内容；文件与痕迹保留。',
    en: 'Its rows leave the numbers with the next publication, and its records are again what the other files say; bytes and trace stay.'
  },
  params: submissionId,
  sent: z.strictObject({ reason: field(z.string().trim().min(2).max(500), '理由', 'Reason') }),
  data: ordered,
  async act({ id }, { reason }, { app, scope, reader }) {
    // Until people sign in, only the city takes files back.
    if (scope.kind !== 'city' || !(await (await reader()).submission(id))) throw new Problem('not_found');
    const refused = app.withdraw(id, { reason });
    if (refused === 'unknown') throw new Problem('not_found');
    if (refused) throw new Problem('not_now', WHY[refused]);
    return { submission: id };
  }
});

export const rerun = act({
  path: '/api/submissions/{id}/rerun',
  words: { zh: '重新处理一份报送文件', en: 'Read a submission once more' },
  about: {
    zh: '以保存的原文件作为一份新的报送，按现行规则检查；原报送的结论不变。',
    en: 'Its kept bytes become a new submission, judged by the checks of today; the verdicts of the old one stay.'
  },
  params: submissionId,
  data: ordered,
  async act({ id }, _sent, { app, scope, reader }) {
    if (scope.kind !== 'city' || !(await (await reader()).submission(id))) throw new Problem('not_found');
    const taken = app.rerun(id);
    if (!taken)
      throw new Problem('not_now', {
        zh: '该文件尚在处理，或与此前提交的相同。',
        en: 'It is still being worked on, or the same as one handed in before.'
      });
    return { submission: taken.id };
  }
});
