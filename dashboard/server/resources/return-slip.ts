import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { momentHeaders } from '../moment.ts';
import { Problem } from '../problem.ts';
import { common } from '../question.ts';
import { slipAnswer } from '../slip-answer.ts';
import { submissionId } from './submissions.ts';

export const returnSlip: Endpoint = {
  method: 'get',
  path: '/api/submissions/{id}/slip',
  words: {
    zh: '回执（.xlsx）：报送的工作簿，标出有误的单元格并附汇总',
    en: 'The return slip (.xlsx): the submitted workbook with its faults marked, a summary first'
  },
  params: submissionId,
  query: z.strictObject({ asof: common(['json']).asof, lang: common(['json']).lang }),
  formats: ['json'],
  answer: undefined,
  fields: undefined,
  status: 200,
  problems: ['invalid_parameter', 'not_found'],
  kept: true,
  async handle({ reader: opened, params, app, language }) {
    const reader = await opened();
    const answer = await slipAnswer(
      app,
      reader,
      Number(params['id']),
      language,
      momentHeaders(reader.moment)
    );
    if (!answer) throw new Problem('not_found');
    return answer;
  }
};
