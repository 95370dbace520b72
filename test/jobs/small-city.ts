/** A warehouse in memory with a few fictional records, published day by day, and an empty control store. */
import { Calendar, type Day } from '#warehouse/calendar.ts';
import { ControlStore } from '#warehouse/control/store.ts';
import { copyBuildTables, type Department } from '#warehouse/build-tables.ts';
import { Engine } from '#warehouse/engine.ts';
import { makeModels } from '#warehouse/models.ts';
import { storeReportLines } from '#warehouse/report-lines.ts';
import { defaultParameters } from '#warehouse/parameters.ts';
import { STILL_HOLDS } from '#warehouse/tables.ts';
import { evaluateRules, type Evaluation } from '#jobs/evaluate-rules.ts';

type Fields = Record<string, string | number | boolean | null>;

export const HOSPITAL = '12210100000000001A';
export const SCHOOL = '12210100000000002B';

export class SmallCity {
  readonly engine: Engine;
  readonly control: ControlStore;
  readonly calendar: Calendar;
  publication = 0;

  private constructor(engine: Engine, control: ControlStore, calendar: Calendar) {
    this.engine = engine;
    this.control = control;
    this.calendar = calendar;
  }

  static async open(control = ':memory:', departments: readonly Department[] = []): Promise<SmallCity> {
    const engine = await Engine.open({ file: ':memory:', memory_limit: '1GB', threads: 2 });
    const calendar = new Calendar(2018, 2032);
    await makeModels(engine);
    await copyBuildTables(engine, calendar, defaultParameters, departments);
    return new SmallCity(engine, new ControlStore(control), calendar);
  }

  close(): void {
    this.engine.close();
    this.control.close();
  }

  /** Publishes versions of records as of a day; a later version of a key replaces the earlier one. */
  async publish(day: Day, rows: readonly { table: string; key: string; fields: Fields }[]): Promise<void> {
    const number = ++this.publication;
    await this.engine.write(async (tx) => {
      await tx.run('insert into meta.publication values ($number, $day, $day, $code)', {
        number,
        day,
        code: 'test'
      });
      for (const { table, key, fields } of rows) {
        await tx.run(
          `update staging.${table} set superseded_in = $number where record_key = $key and superseded_in = ${STILL_HOLDS}`,
          { number, key }
        );
        const all: Fields = {
          ...fields,
          record_key: key,
          submission_id: number,
          sheet_no: 1,
          row_no: 1,
          published_in: number,
          superseded_in: STILL_HOLDS
        };
        const names = Object.keys(all);
        await tx.run(
          `insert into staging.${table} (${names.join(', ')}, key_hash)
           values (${names.map((n) => `$${n}`).join(', ')}, meta.key_hash($record_key))`,
          all
        );
      }
    });
    await this.#storeLines(day);
  }

  /** The ledger's lines of everybody, as of the newest publication. */
  async #storeLines(day: Day): Promise<void> {
    const publication = { number: this.publication, day, published_at: day, code_version: 'test' };
    await this.engine.write(async (tx) => {
      await tx.run('delete from meta.dirty');
      await tx.run('insert into meta.dirty select distinct institution_uscc from staging.institutions');
      await storeReportLines(tx, publication, (mart) => `marts.${mart}($p)`);
    });
  }

  /** As if every version of a key had been withdrawn: the record is not known any more, and nobody voided it. */
  async withdraw(table: string, key: string): Promise<void> {
    await this.engine.write((tx) =>
      tx.run(
        `update staging.${table} set superseded_in = $number where record_key = $key and superseded_in > $number`,
        {
          number: this.publication,
          key
        }
      )
    );
    const [newest] = await this.engine.all<{ day: Day }>('select max(day) as day from meta.publication');
    await this.#storeLines(newest?.day ?? '');
  }

  /** A report of a period was received. */
  async receive(report: string, institution: string, period: string, day: Day): Promise<void> {
    await this.engine.write((tx) =>
      tx.run(
        `insert into staging.coverage by name select $number as submission_id, 1 as sheet_no, $report as report,
           $institution as institution_uscc, $period as report_period, 1 as row_count, 0 as rejected_rows,
           cast($day as date) as received_date, $number as published_in, ${STILL_HOLDS} as superseded_in`,
        { number: this.publication, report, institution, period, day }
      )
    );
    await this.#storeLines(day);
  }

  evaluate(day: Day, at = new Date(`${day}T06:10:00+08:00`)): Promise<Evaluation> {
    const { engine, control, calendar, publication } = this;
    return evaluateRules({ engine, control, calendar, publication, day, at });
  }

  episodes(rule: string) {
    return this.control.all<{
      id: number;
      object_id: string;
      severity: string;
      opened_day: Day;
      closed_day: Day | null;
      closed_as: string | null;
      act_by: Day | null;
      dept: string | null;
      facts: string;
    }>('select * from episode where rule = $rule order by id', { rule });
  }

  events(episode: number): string[] {
    return this.control
      .all<{ kind: string; day: Day; detail: string }>(
        'select kind, day, detail from episode_event where episode_id = $episode order by id',
        { episode }
      )
      .map(({ kind, day, detail }) => `${day} ${kind}${detail === '{}' ? '' : ` ${detail}`}`);
  }
}

export const institution = (key: string, fields: Fields = {}) => ({
  table: 'institutions',
  key,
  fields: {
    institution_uscc: key,
    institution_name: key === HOSPITAL ? '虚构第一医院' : '虚构理工学校',
    supervising_dept: key === HOSPITAL ? 'health_commission' : 'education_bureau',
    institution_kind: key === HOSPITAL ? 'medical_institution' : 'university',
    institution_status: 'active',
    has_committee: true,
    has_research_tasks: true,
    valid_from: '2025-01-01',
    ...fields
  }
});

export const rectification = (key: string, fields: Fields = {}) => ({
  table: 'rectifications',
  key,
  fields: {
    rectification_id: key,
    institution_uscc: HOSPITAL,
    issue_summary: '审查超过30日未作决定',
    severity: 'medium',
    issued_by_dept: 'scitech_bureau',
    issued_date: '2026-09-01',
    due_date: '2026-10-09',
    is_extended: false,
    rect_status: 'open',
    is_major: false,
    ...fields
  }
});

export const committee = (key: string, fields: Fields = {}) => ({
  table: 'committees',
  key,
  fields: {
    committee_id: key,
    institution_uscc: HOSPITAL,
    committee_status: 'active',
    established_date: '2025-01-01',
    ...fields
  }
});

export const review = (key: string, fields: Fields = {}) => ({
  table: 'reviews',
  key,
  fields: {
    review_id: key,
    committee_id: 'EC-1',
    procedure_kind: 'general',
    decision: 'pending',
    is_extended: false,
    accepted_at: '2026-09-01 09:00:00',
    ...fields
  }
});
