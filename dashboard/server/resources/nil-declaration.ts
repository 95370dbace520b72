import { z } from 'zod';
import { codeLists } from '#ingest/codes/index.ts';
import { reports } from '#ingest/reports/index.ts';
import { act } from '../act.ts';
import { field } from '../field.ts';
import { none, period, uscc } from '../fields.ts';
import { invalid, Problem } from '../problem.ts';

const ids = (list: readonly string[]) => list as [string, ...string[]];

/** With a token it is declared by whom the token speaks for. */
export const declareNil = {
  ...act({
    path: '/api/nil-declarations',
    words: { zh: '零报告：申明某表某期没有应报的内容', en: 'Declare that there is nothing to report' },
    about: {
      zh: '与报送文件同样留存、登记、可撤回；不接受零报告的报表、未结束的报告期、已有数据行的报告期不予登记，并说明原因。附 Authorization: Bearer sj_… 的，只能申明令牌所属单位、部门及其主管单位的零报告。',
      en: 'It is kept and listed like a file handed in, and can be withdrawn. A report that takes none, a period that is not over and one with rows are refused with the reason. With Authorization: Bearer sj_… it is declared by whom the token speaks for.'
    },
    params: none,
    sent: z.strictObject({
      report: field(z.enum(ids(reports.map(({ id }) => id))), '报表编号', 'Number of the report'),
      period: field(period, '报告期', 'Period'),
      institution_uscc: field(
        uscc.optional(),
        '单位的统一社会信用代码',
        'Unified social credit code of the institution'
      ),
      dept: field(
        z.enum(ids(codeLists.CL03.items.map(({ code }) => code))).optional(),
        '部门代码（部门应报的报表）',
        'Code of the department, where a department owes the report'
      )
    }),
    data: z.strictObject({
      submission: field(z.int(), '报送文件编号', 'Number of the submission')
    }),
    async act(_params, { report, period, institution_uscc, dept }, { app, scope, bearer }) {
      if (!bearer && scope.kind !== 'city') throw new Problem('not_found');
      if ((institution_uscc === undefined) === (dept === undefined))
        throw invalid({
          parameter: 'institution_uscc',
          detail: { zh: '与 dept 填且只填一项', en: 'give either this or dept' }
        });
      const said = { report, period, institution: institution_uscc, department: dept };
      const declared = await app.declareNil(said, { channel: 'api', bearer });
      if ('refused' in declared) throw new Problem('not_now', declared.refused);
      return { submission: declared.id };
    }
  }),
  takes_token: true as const
};
