/** What was known when: every answer says it, in its body or, where that has no room, in its headers alone. */
import { z } from 'zod';
import type { Moment } from '#warehouse/answers.ts';
import { day, field } from './field.ts';

export const momentSchema = z
  .strictObject({
    day: field(day, '数据截至日', 'Day as of which the answer is given'),
    publication: field(z.int(), '发布序号', 'Number of the publication that answers'),
    valued_at: field(day, '该次发布的计值日', 'Day at which that publication valued its figures')
  })
  .meta({ id: 'Moment' });

export const momentOf = ({ day, publication, published_day }: Moment): z.output<typeof momentSchema> => ({
  day,
  publication,
  valued_at: published_day
});

export const momentHeaders = (moment: Moment): Record<string, string> => ({
  'shanjian-day': moment.day,
  'shanjian-publication': String(moment.publication),
  'shanjian-valued-at': moment.published_day
});
