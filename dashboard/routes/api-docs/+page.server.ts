import { apiWords } from '#dashboard/messages/api.ts';
import { endpoints } from '#dashboard/server/endpoints.ts';
import { readable, readableProblems, sharedParams } from '#dashboard/server/readable.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { language }, url: { origin } }) => ({
  api: apiWords[language],
  endpoints: endpoints.map((endpoint) => readable(endpoint, language)),
  shared: sharedParams(language),
  problems: readableProblems(language),
  examples: [
    ['figures', `curl '${origin}/api/indicators/IND-07-03/figures?periods=13'`],
    ['csv', `curl -o overdue.csv '${origin}/api/rectifications?state=overdue&format=csv'`],
    ['arrow', `curl -o values.arrows '${origin}/api/values?format=arrow'`],
    [
      'hand_in',
      `curl -H 'content-type: application/octet-stream' --data-binary @R04.xlsx '${origin}/api/submissions?file_name=R04.xlsx'`
    ]
  ] as const
});
