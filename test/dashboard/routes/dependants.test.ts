import { expect, test } from 'vitest';
import { dependantsOf } from '../../../dashboard/routes/dictionary/dependants.ts';

const words = (text: string) => ({ zh: text, en: text });
const column = (report: string, field: string) => ({
  report,
  report_words: words(report),
  field,
  field_words: words(field)
});
const lineage = [
  { indicator: 'IND-1', columns: [column('R04', 'accepted_at'), column('R08', 'accepted_at')] },
  { indicator: 'IND-2', columns: [column('R04', 'accepted_at'), column('R04', 'decision')] }
].map((one) => ({ ...one, indicator_words: words(one.indicator), measure: '7', parameters: [] }));

test('a column is told by its report: one of the same name elsewhere is another', () => {
  const ids = (report: string, field: string) =>
    dependantsOf(lineage, report)
      .get(field)
      ?.map(({ id }) => id);
  expect(ids('R04', 'accepted_at')).toEqual(['IND-1', 'IND-2']);
  expect(ids('R04', 'decision')).toEqual(['IND-2']);
  expect(ids('R08', 'accepted_at')).toEqual(['IND-1']);
  expect(ids('R08', 'decision')).toBeUndefined();
});
