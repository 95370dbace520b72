import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluateRules } from '#jobs/evaluate-rules.ts';
import { ruleById } from '#jobs/rules/index.ts';
import type { Facts } from '#jobs/episode.ts';
import { committee, HOSPITAL, institution, rectification, review, SCHOOL, SmallCity } from './small-city.ts';

let city: SmallCity;
beforeEach(async () => {
  city = await SmallCity.open();
});
afterEach(() => city.close());

const overdue = 'RULE-G2-02';
const dueSoon = 'RULE-G2-03';
const notReported = 'RULE-G2-01';
const slowReview = 'RULE-07-03';

test('an overdue rectification opens once, rises through the severities and closes when it is done', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), rectification('RC-1')]);
  await city.evaluate('2026-10-09');
  expect(city.episodes(overdue)).toEqual([]);
  await city.evaluate('2026-10-10');
  await city.evaluate('2026-10-24');
  await city.evaluate('2026-10-25');
  await city.evaluate('2026-11-08');
  await city.evaluate('2026-11-09');
  const [episode] = city.episodes(overdue);
  expect(episode).toMatchObject({
    opened_day: '2026-10-10',
    severity: 'critical',
    dept: 'health_commission',
    closed_day: null
  });
  // The tenth working day after: 10 October is a make-up working day itself.
  expect(episode?.act_by).toBe(city.calendar.addWorkdays('2026-10-10', 10));
  expect((JSON.parse(episode!.facts) as Facts).levels).toEqual(['L3', 'L4']);
  await city.publish('2026-11-10', [
    rectification('RC-1', { rect_status: 'submitted', report_submitted_date: '2026-11-10' })
  ]);
  await city.evaluate('2026-11-10');
  expect(city.episodes(overdue)).toMatchObject([{ closed_day: '2026-11-10', closed_as: 'recovered' }]);
  expect(city.events(episode!.id)).toEqual([
    '2026-10-10 opened',
    '2026-10-25 changed',
    '2026-10-25 worse {"from":"medium"}',
    '2026-10-25 escalated {"level":"L3"}',
    '2026-11-09 changed',
    '2026-11-09 worse {"from":"high"}',
    '2026-11-09 escalated {"level":"L4"}',
    '2026-11-10 recovered'
  ]);
});

test('a major one is critical and before the joint meeting from its first day', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), rectification('RC-1', { is_major: true })]);
  await city.evaluate('2026-10-10');
  expect(city.episodes(overdue)).toMatchObject([{ severity: 'critical' }]);
  expect(city.events(city.episodes(overdue)[0]!.id)).toEqual([
    '2026-10-10 opened',
    '2026-10-10 escalated {"level":"L4"}'
  ]);
});

test('an extension ends the overdue episode; a severity that falls is said to be better', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), rectification('RC-1'), rectification('RC-2')]);
  await city.evaluate('2026-10-30');
  await city.publish('2026-10-31', [
    rectification('RC-1', { is_extended: true, extended_due_date: '2026-12-01' }),
    rectification('RC-2', { is_extended: true, extended_due_date: '2026-10-30' })
  ]);
  await city.evaluate('2026-10-31');
  const [first, second] = city.episodes(overdue);
  expect(first).toMatchObject({ closed_as: 'recovered' });
  expect(second).toMatchObject({ closed_day: null, severity: 'medium' });
  expect(city.events(second!.id)).toContain('2026-10-31 better {"from":"high"}');
});

test('what recovered and recurs is a second episode', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), rectification('RC-1')]);
  await city.evaluate('2026-10-10');
  await city.publish('2026-10-11', [
    rectification('RC-1', { rect_status: 'submitted', report_submitted_date: '2026-10-11' })
  ]);
  await city.evaluate('2026-10-11');
  await city.publish('2026-10-20', [rectification('RC-1', { rect_status: 'returned' })]);
  await city.evaluate('2026-10-20');
  expect(city.episodes(overdue)).toMatchObject([
    { opened_day: '2026-10-10', closed_day: '2026-10-11' },
    { opened_day: '2026-10-20', closed_day: null }
  ]);
});

test('the same publication and day again changes nothing at all', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    committee('EC-1'),
    review('RV-1'),
    rectification('RC-1'),
    rectification('RC-2', { due_date: '2026-11-16' })
  ]);
  await city.evaluate('2026-11-09');
  const changes = city.control.changes;
  expect(city.episodes(dueSoon)).toHaveLength(1);
  const again = await city.evaluate('2026-11-09', new Date('2026-11-09T23:00:00+08:00'));
  expect(city.control.changes).toBe(changes);
  expect(again).toMatchObject({ opened: 0, raised: 0, closed: 0 });
});

test('an older day or publication is refused', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), rectification('RC-1')]);
  await city.evaluate('2026-10-10');
  await expect(city.evaluate('2026-10-09')).rejects.toThrow(/older/);
  city.publication = 0;
  await expect(city.evaluate('2026-10-11')).rejects.toThrow(/older/);
});

test('missing data closes nothing: record, committee and institution may vanish', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    committee('EC-1'),
    review('RV-1'),
    rectification('RC-1')
  ]);
  await city.evaluate('2026-10-20');
  const open = () =>
    city
      .episodes(overdue)
      .concat(city.episodes(slowReview))
      .map((each) => each.closed_day);
  expect(open()).toEqual([null, null]);
  await city.publish('2026-10-21', []);
  await city.withdraw('committees', 'EC-1');
  await city.withdraw('rectifications', 'RC-1');
  await city.withdraw('institutions', HOSPITAL);
  await city.evaluate('2026-10-21');
  expect(open()).toEqual([null, null]);
});

test('a verdict that cannot be given, for want of a value, neither opens nor closes', async () => {
  const rules = [{ ...ruleById(overdue), offends: 'is_major' }];
  const { engine, control, calendar } = city;
  const at = new Date('2026-10-20T06:10:00+08:00');
  const look = (day: string) =>
    evaluateRules({ engine, control, calendar, publication: city.publication, day, at, rules });
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    rectification('RC-1', { is_major: true }),
    rectification('RC-2', { is_major: null })
  ]);
  await look('2026-10-20');
  await city.publish('2026-10-21', [rectification('RC-1', { is_major: null })]);
  await look('2026-10-21');
  expect(city.episodes(overdue)).toMatchObject([{ object_id: 'RC-1', closed_day: null }]);
  await city.publish('2026-10-22', [rectification('RC-1', { is_major: false })]);
  await look('2026-10-22');
  expect(city.episodes(overdue)).toMatchObject([{ closed_as: 'recovered' }]);
});

test('a voided record ends its episode as voided, not as recovered', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), rectification('RC-1')]);
  await city.evaluate('2026-10-20');
  await city.publish('2026-10-21', [rectification('RC-1', { row_action: 'void' })]);
  await city.evaluate('2026-10-21');
  expect(city.episodes(overdue)).toMatchObject([{ closed_as: 'voided', closed_day: '2026-10-21' }]);
});

test('a review is overdue after its due day, not where it is decided, extended or an emergency', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    committee('EC-1'),
    review('RV-late'),
    review('RV-decided', { decision: 'approved', decision_at: '2026-09-20 10:00:00' }),
    review('RV-decided-late', { decision: 'approved', decision_at: '2026-10-20 10:00:00' }),
    review('RV-withdrawn', { decision: 'withdrawn' }),
    review('RV-extended', {
      is_extended: true,
      extension_reason: '补充材料',
      extended_due_date: '2026-11-30'
    }),
    review('RV-emergency', { procedure_kind: 'emergency' })
  ]);
  // 1 September + 30 days lies in the National Day holiday; the first working day after is 8 October.
  await city.evaluate('2026-10-08');
  expect(city.episodes(slowReview)).toEqual([]);
  await city.evaluate('2026-10-09');
  const open = () =>
    city
      .episodes(slowReview)
      .filter((each) => each.closed_day === null)
      .map((each) => `${each.object_id} ${each.severity}`);
  expect(open()).toEqual(['RV-decided-late medium', 'RV-late medium']);
  await city.evaluate('2026-10-20');
  expect(open()).toEqual(['RV-late medium']);
  await city.evaluate('2026-10-24');
  expect(open()).toEqual(['RV-late high']);
});

test('three overdue reviews of one committee are high from the start', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    committee('EC-1'),
    committee('EC-2'),
    ...['RV-1', 'RV-2', 'RV-3'].map((key) => review(key)),
    review('RV-4', { committee_id: 'EC-2' })
  ]);
  await city.evaluate('2026-10-09');
  expect(city.episodes(slowReview).map((each) => each.severity)).toEqual(['high', 'high', 'high', 'medium']);
});

test('an owed report is low, medium and high by working days, and ends when it comes', async () => {
  await city.publish('2026-09-30', [institution(HOSPITAL), committee('EC-1')]);
  const ofSeptember = () =>
    city.episodes(notReported).filter((each) => each.object_id === `R04|${HOSPITAL}|2026-09`);
  const [due] = await city.engine.all<{ due_date: string }>(
    `select due_date from marts.report_due(1) where report = 'R04' and report_period = '2026-09'`
  );
  const late = (workdays: number) => city.calendar.addWorkdays(due!.due_date, workdays);
  await city.evaluate(due!.due_date);
  expect(ofSeptember()).toEqual([]);
  const grades = [];
  for (const workdays of [1, 5, 6, 15, 16]) {
    await city.evaluate(late(workdays));
    grades.push(ofSeptember()[0]?.severity);
  }
  expect(grades).toEqual(['low', 'low', 'medium', 'medium', 'high']);
  await city.publish(late(17), []);
  await city.receive('R04', HOSPITAL, '2026-09', late(17));
  await city.evaluate(late(17));
  expect(ofSeptember()).toMatchObject([{ closed_as: 'recovered' }]);
});

test('two periods in a row that are owed reach the supervising department', async () => {
  await city.publish('2026-08-31', [institution(HOSPITAL), committee('EC-1')]);
  await city.publish('2026-11-20', []);
  await city.evaluate('2026-11-20');
  const levels = city
    .episodes(notReported)
    .filter((each) => each.object_id.startsWith('R04'))
    .map((each) => [each.object_id.slice(-7), (JSON.parse(each.facts) as Facts).levels]);
  expect(levels).toEqual([
    ['2026-08', []],
    ['2026-09', ['L2']],
    ['2026-10', ['L2']]
  ]);
});

test('an owed report that is owed no more ends; one whose committee is merely unknown does not', async () => {
  await city.publish('2026-09-30', [
    institution(HOSPITAL),
    institution(SCHOOL),
    committee('EC-1'),
    committee('EC-2', { institution_uscc: SCHOOL })
  ]);
  await city.evaluate('2026-10-30');
  const reviews = () =>
    city
      .episodes(notReported)
      .filter((each) => each.object_id.startsWith('R04'))
      .map((each) => `${each.object_id.slice(4, 22)} ${each.closed_as}`);
  expect(reviews()).toEqual([`${HOSPITAL} null`, `${SCHOOL} null`]);
  await city.publish('2026-10-31', [committee('EC-1', { row_action: 'void' })]);
  await city.withdraw('committees', 'EC-2');
  await city.evaluate('2026-10-31');
  expect(reviews()).toEqual([`${HOSPITAL} voided`, `${SCHOOL} null`]);
});

test('a reminder is one episode with its stages, each once, however often it is looked at', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    rectification('RC-1', { due_date: '2026-11-20' })
  ]);
  for (let day = 2; day <= 21; day++) await city.evaluate(`2026-11-${String(day).padStart(2, '0')}`);
  const [episode, ...more] = city.episodes(dueSoon);
  expect(more).toEqual([]);
  expect(episode).toMatchObject({ act_by: '2026-11-20', closed_as: 'lapsed', closed_day: '2026-11-21' });
  expect(city.events(episode!.id)).toEqual([
    '2026-11-06 opened',
    '2026-11-06 stage {"workdays_left":10,"until":"2026-11-20"}',
    '2026-11-13 stage {"workdays_left":5,"until":"2026-11-20"}',
    '2026-11-19 stage {"workdays_left":1,"until":"2026-11-20"}',
    '2026-11-21 lapsed'
  ]);
});

test('after a standstill the stage reached is said once, and an extension within the window says its own', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    rectification('RC-1', { due_date: '2026-11-20' })
  ]);
  await city.evaluate('2026-11-05');
  await city.evaluate('2026-11-18');
  const [episode] = city.episodes(dueSoon);
  expect(city.events(episode!.id)).toEqual([
    '2026-11-18 opened',
    '2026-11-18 stage {"workdays_left":5,"until":"2026-11-20"}'
  ]);
  await city.publish('2026-11-19', [
    rectification('RC-1', { due_date: '2026-11-20', is_extended: true, extended_due_date: '2026-11-27' })
  ]);
  await city.evaluate('2026-11-19');
  expect(city.events(episode!.id).at(-1)).toBe('2026-11-19 stage {"workdays_left":10,"until":"2026-11-27"}');
  expect(city.episodes(dueSoon)).toMatchObject([{ act_by: '2026-11-27', closed_day: null }]);
});

test('a reminder ends as recovered when the matter is done in time', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    rectification('RC-1', { due_date: '2026-11-20' })
  ]);
  await city.evaluate('2026-11-18');
  await city.publish('2026-11-19', [
    rectification('RC-1', {
      due_date: '2026-11-20',
      rect_status: 'submitted',
      report_submitted_date: '2026-11-19'
    })
  ]);
  await city.evaluate('2026-11-19');
  expect(city.episodes(dueSoon)).toMatchObject([{ closed_as: 'recovered' }]);
});
