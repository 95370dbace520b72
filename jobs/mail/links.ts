/** Addresses of the dashboard that mails point at. */
import type { Scope } from '#warehouse/scope.ts';
import type { Rule } from '../rules/declare.ts';

export interface Links {
  /** Address of the dashboard without a slash at its end. */
  public_url: string;
}

/** The record behind an alert; where it has none, the alert itself in the list. */
export function alertLink(
  { public_url }: Links,
  alert: { rule: Rule; object_id: string; institution_uscc: string | null; gathered?: boolean }
): string {
  const { id, report, of_reports } = alert.rule;
  if (of_reports) return ledgerLink({ public_url }, alert);
  if (report !== null) return `${public_url}/records/${report}/${encodeURIComponent(alert.object_id)}`;
  const query = new URLSearchParams({ rule: id, state: 'all' });
  if (alert.institution_uscc !== null) query.set('institution', alert.institution_uscc);
  return `${public_url}/alerts?${query}`;
}

/** What is still owed of the report and period that the object names: of the one, or of all in the sector. */
function ledgerLink(
  { public_url }: Links,
  {
    object_id,
    institution_uscc,
    gathered
  }: { object_id: string; institution_uscc: string | null; gathered?: boolean }
): string {
  const [report = '', owner = '', period = ''] = object_id.split('|');
  const query = new URLSearchParams({ report, period, owed: 'yes' });
  if (institution_uscc === null) query.set('department', owner);
  else if (!gathered) query.set('institution', institution_uscc);
  return `${public_url}/ledger?${query}`;
}

/** All open alerts of a scope. */
export function alertsLink({ public_url }: Links, scope: Scope): string {
  const query = scope.kind === 'city' ? '' : `?${new URLSearchParams({ [scope.kind]: scope.code })}`;
  return `${public_url}/alerts${query}`;
}
