/** The mapping profiles by which a submission is read: those in force at its receipt; read again, those that read it. */
import {
  versionsInForce,
  versionsThatRead,
  type VersionOfProfile
} from '#warehouse/control/mapping-profiles.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { assumedPeriod as periodAssumed } from '#warehouse/periods.ts';
import type { Authority } from '#warehouse/publish.ts';
import type { MappingProfile } from './mapping.ts';
import { reportOf } from './reports/index.ts';

export interface ToBeRead {
  id: number;
  authority_kind: Authority['kind'];
  authority_code: string;
  /** Instant, ISO UTC. */
  received_at: string;
  /** Day in Asia/Shanghai. */
  received_day: string;
  /** Where it is a re-run: the day on which its bytes first came, from which the period counts that they do not name. */
  first_received_day: string;
}

export const profilesFor = (control: ControlStore, submission: ToBeRead): MappingProfile[] => {
  const authority = { kind: submission.authority_kind, code: submission.authority_code };
  return versionsInForce(control, authority, submission.received_at).map((version) =>
    profileOf(version, authority, submission.first_received_day)
  );
};

export const profilesThatRead = (control: ControlStore, submission: ToBeRead): MappingProfile[] => {
  const authority = { kind: submission.authority_kind, code: submission.authority_code };
  return versionsThatRead(control, submission.id).map((version) =>
    profileOf(version, authority, submission.first_received_day)
  );
};

export const profileOf = (
  { id, name, version, report, owner, columns, constants, codes }: Omit<VersionOfProfile, 'profile_id'>,
  authority: Authority,
  received_day: string
): MappingProfile => ({
  id,
  name,
  version,
  report,
  columns,
  constants,
  codes,
  own: owner.kind !== 'city',
  otherwise: {
    report_period: assumedPeriod(report, authority.kind, received_day),
    ...(authority.kind === 'institution' ? { institution_uscc: authority.code } : {})
  }
});

/** What a report speaks of that does not say its period. */
export const assumedPeriod = (report: string, kind: Authority['kind'], day: string): string =>
  periodAssumed(reportOf(report).due, kind, day).name;
