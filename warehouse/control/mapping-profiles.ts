/**
 * Mapping profiles: how columns with other names are read onto a report. A profile belongs to who hands in such files
 * and is read by its newest version; versions are added and never changed, so that a file can be read again as it was.
 */
import type { Authority } from '../publish.ts';
import type { ControlStore } from './store.ts';

export interface Mapping {
  /** field → header in their file. What stands neither here nor among the constants is not read. */
  columns: Record<string, string>;
  /** field → text for every row, or one of SAID_BY_FILE */
  constants: Record<string, string>;
  /** field → their wording → our code; several codes joined by `;` */
  codes: Record<string, Record<string, string>>;
}

/** Constants that are taken from what each file says of itself above its table, else from its receipt. */
export const SAID_BY_FILE = ['{report_period}', '{institution_uscc}'] as const;

export interface ProfileRow {
  id: number;
  owner: Authority;
  report: string;
  name: string;
  created_at: string;
  /** Since when it reads no file any more. */
  retired_at: string | null;
  /** Number of its newest version. */
  version: number;
  /** When that was made. */
  changed_at: string;
  /** Files that any of its versions has read. */
  files: number;
}

export interface VersionRow extends Mapping {
  version: number;
  note: string;
  created_at: string;
  created_by: string;
  files: number;
}

export interface VersionOfProfile extends Mapping {
  /** Of the version, in the whole store. */
  id: number;
  profile_id: number;
  version: number;
  owner: Authority;
  report: string;
  name: string;
}

const PROFILES = `select p.id, p.owner_kind, p.owner_code, p.report, p.name, p.created_at,
    case when p.retired_at <= $until then p.retired_at end as retired_at, v.version, v.created_at as changed_at,
    (select count(distinct m.submission_id) from sheet_mapping m join mapping_version w on w.id = m.mapping_version_id
     where w.profile_id = p.id) as files
  from mapping_profile p join mapping_version v on v.profile_id = p.id
  where v.created_at <= $until and not exists (
    select 1 from mapping_version n where n.profile_id = p.id and n.version > v.version and n.created_at <= $until)`;

type Stored<Row> = Omit<Row, 'owner' | keyof Mapping> & {
  owner_kind: Authority['kind'];
  owner_code: string;
} & (Row extends Mapping ? Record<keyof Mapping, string> : unknown);

const profileOf = ({ owner_kind, owner_code, ...row }: Stored<ProfileRow>): ProfileRow => ({
  ...row,
  owner: { kind: owner_kind, code: owner_code }
});

const mappingOf = (row: Record<keyof Mapping, string>): Mapping => ({
  columns: JSON.parse(row.columns) as Mapping['columns'],
  constants: JSON.parse(row.constants) as Mapping['constants'],
  codes: JSON.parse(row.codes) as Mapping['codes']
});

/** All profiles as they stood at an instant (ISO UTC), those in use first. */
export const mappingProfiles = (control: ControlStore, until: string): ProfileRow[] =>
  control
    .all<Stored<ProfileRow>>(`${PROFILES} order by retired_at is not null, report, name, p.id`, { until })
    .map(profileOf);

export const mappingProfile = (control: ControlStore, id: number, until: string): ProfileRow | undefined => {
  const row = control.one<Stored<ProfileRow>>(`${PROFILES} and p.id = $id`, { id, until });
  return row && profileOf(row);
};

/** Newest first. */
export const versionsOf = (control: ControlStore, profile_id: number, until: string): VersionRow[] =>
  control
    .all<Omit<VersionRow, keyof Mapping> & Record<keyof Mapping, string>>(
      `select version, columns, constants, codes, note, created_at, created_by,
         (select count(distinct submission_id) from sheet_mapping m where m.mapping_version_id = v.id) as files
       from mapping_version v where profile_id = $profile_id and created_at <= $until order by version desc`,
      { profile_id, until }
    )
    .map((row) => ({ ...row, ...mappingOf(row) }));

const VERSIONS = `select v.id, v.profile_id, v.version, v.columns, v.constants, v.codes,
    p.owner_kind, p.owner_code, p.report, p.name
  from mapping_version v join mapping_profile p on p.id = v.profile_id`;

const versionOf = ({ owner_kind, owner_code, ...row }: Stored<VersionOfProfile>): VersionOfProfile => ({
  ...row,
  ...mappingOf(row),
  owner: { kind: owner_kind, code: owner_code }
});

/**
 * The versions by which a file is read: of the profiles of who handed it in, and of the city's, those not retired at
 * its receipt, in the version that was the newest then. Own before the city's, newer before older.
 */
export const versionsInForce = (control: ControlStore, { kind, code }: Authority, at: string) =>
  control
    .all<Stored<VersionOfProfile>>(
      `${VERSIONS} where v.created_at <= $at and (p.retired_at is null or p.retired_at > $at)
         and (p.owner_kind = 'city' or (p.owner_kind = $kind and p.owner_code = $code))
         and not exists (select 1 from mapping_version n
           where n.profile_id = p.id and n.version > v.version and n.created_at <= $at)
       order by p.owner_kind = 'city', v.created_at desc, v.id desc`,
      { kind, code, at }
    )
    .map(versionOf);

/** The versions by which a submission was read, in the order of its sheets. */
export const versionsThatRead = (control: ControlStore, submission_id: number): VersionOfProfile[] =>
  control
    .all<Stored<VersionOfProfile>>(
      `${VERSIONS} where v.id in (select mapping_version_id from sheet_mapping where submission_id = $submission_id)
       order by v.id`,
      { submission_id }
    )
    .map(versionOf);

/** By sheet: which profile and version read it. */
export const readBy = (control: ControlStore, submission_id: number) =>
  new Map(
    control
      .all<{ sheet_no: number; profile_id: number; name: string; version: number }>(
        `select m.sheet_no, p.id as profile_id, p.name, v.version
         from sheet_mapping m join mapping_version v on v.id = m.mapping_version_id
         join mapping_profile p on p.id = v.profile_id where m.submission_id = $submission_id`,
        { submission_id }
      )
      .map(({ sheet_no, ...profile }) => [sheet_no, profile])
  );

export interface NewVersion extends Mapping {
  owner: Authority;
  report: string;
  name: string;
  note: string;
  /** Instant, ISO UTC. */
  at: string;
  by: string;
}

/** The name is taken by the owner's profile for another report. */
export class NameTaken extends Error {
  readonly report: string;
  constructor(name: string, report: string) {
    super(`The profile “${name}” is one for ${report}`);
    this.name = 'NameTaken';
    this.report = report;
  }
}

/**
 * Adds a version to the owner's profile of that name, or makes the profile; a retired one is in use again. A mapping
 * that says what the newest version says makes none.
 * @throws NameTaken
 */
export function addVersion(control: ControlStore, made: NewVersion): { id: number; version: number } {
  const { owner, report, name, note, at, by } = made;
  const said = {
    columns: JSON.stringify(made.columns),
    constants: JSON.stringify(made.constants),
    codes: JSON.stringify(made.codes)
  };
  return control.transaction(() => {
    const known = control.one<{ id: number; report: string }>(
      'select id, report from mapping_profile where owner_kind = $kind and owner_code = $code and name = $name',
      { kind: owner.kind, code: owner.code, name }
    );
    if (known && known.report !== report) throw new NameTaken(name, known.report);
    const id =
      known?.id ??
      control.run(
        `insert into mapping_profile (owner_kind, owner_code, report, name, created_at)
         values ($kind, $code, $report, $name, $at)`,
        { kind: owner.kind, code: owner.code, report, name, at }
      ).id;
    control.run('update mapping_profile set retired_at = null where id = $id and retired_at is not null', {
      id
    });
    const newest = control.one<{ version: number } & Record<keyof Mapping, string>>(
      'select version, columns, constants, codes from mapping_version where profile_id = $id order by version desc limit 1',
      { id }
    );
    if (newest && Object.entries(said).every(([part, text]) => newest[part as keyof Mapping] === text))
      return { id, version: newest.version };
    const version = (newest?.version ?? 0) + 1;
    control.run(
      `insert into mapping_version (profile_id, version, columns, constants, codes, note, created_at, created_by)
       values ($id, $version, $columns, $constants, $codes, $note, $at, $by)`,
      { id, version, ...said, note, at, by }
    );
    return { id, version };
  });
}

/** From then on it reads no file that is received; what it has read stays read. */
export function retire(control: ControlStore, id: number, at: string): void {
  control.run('update mapping_profile set retired_at = $at where id = $id and retired_at is null', {
    id,
    at
  });
}
