import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { said } from '#dashboard/said.ts';
import { alertRules } from './alert-rules.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

const severities = ['critical', 'high', 'medium', 'low'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const state = oneOf(url, 'state', ['open', 'closed', 'all'] as const) ?? 'open';
  const asked = {
    severity: oneOf(url, 'severity', severities),
    rule: text(url, 'rule'),
    department: text(url, 'department'),
    institution: text(url, 'institution')
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const found = await reader.alerts({ ...set, state, page: pageOf(url), page_size: 30 });
  const institution = asked.institution && (await reader.institution(asked.institution));
  return {
    ...said(found, locals.language),
    state,
    asked,
    institution_name: institution ? institution.institution_name : asked.institution,
    rules: alertRules(locals.language),
    departments: labels(locals.language, 'CL03').CL03
  };
};
