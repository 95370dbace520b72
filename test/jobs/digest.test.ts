import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCity, type City } from '#warehouse/city.ts';
import { digestContent, sections, type DigestContent, type Section } from '#jobs/digest-content.ts';
import { queueDigests } from '#jobs/digest.ts';
import type { Day } from '#warehouse/calendar.ts';
import type { Scope } from '#warehouse/scope.ts';
import { committee, HOSPITAL, institution, rectification, review, SCHOOL, SmallCity } from './small-city.ts';

const shenyang = readCity(new URL('../../warehouse/city/shenyang.json', import.meta.url).pathname);
const post = (person: string, scope: Scope, language: 'zh' | 'en' = 'zh'): City['recipients'][number] => ({
  person,
  words: { zh: person, en: person },
  mail: `${person}@city.example`,
  language,
  scope,
  kinds: ['digest']
});
/** Suspended: it owes no reports, which would be news of their own. */
const quiet = institution(HOSPITAL, { institution_status: 'suspended' });
const health: Scope = { kind: 'department', code: 'health_commission' };
const education: Scope = { kind: 'department', code: 'education_bureau' };

let city: SmallCity;
let posts: City['recipients'];
beforeEach(async () => {
  city = await SmallCity.open();
  posts = [post('health', health)];
});
afterEach(() => city.close());

const digests = (day: Day) =>
  queueDigests({
    control: city.control,
    calendar: city.calendar,
    city: { ...shenyang, recipients: posts },
    day,
    at: new Date(`${day}T07:30:00+08:00`),
    public_url: 'https://ethics.city.example',
    mail_from: '善鉴 <shanjian@city.example>'
  });

const mails = (person = 'health') =>
  city.control.all<{
    day: Day;
    subject: string;
    html: string;
    text: string;
    message_id: string;
    mail: string;
  }>('select * from delivery where person = $person order by day', { person });

/** Rectifications and reviews by section of what a scope is told of after an event. */
function told(scope: Scope, from = 0): Partial<Record<Section, string[]>> {
  const content: DigestContent = digestContent(city.control, scope, { from, through: 1e9 }, 'scitech_bureau');
  const listed = sections.map(
    (section) =>
      [
        section,
        content[section]
          .map((item) => item.object_id)
          .filter((id) => !id.includes('|'))
          .sort()
      ] as const
  );
  return Object.fromEntries(listed.filter(([, ids]) => ids.length > 0));
}
const lastEvent = () => city.control.one<{ id: number }>('select max(id) as id from episode_event')!.id;

test('a department is told of its sector alone, an institution of itself, the city of all', async () => {
  posts.push(
    post('education', education),
    post('industry', { kind: 'department', code: 'industry_it_bureau' }),
    post('hospital', { kind: 'institution', code: HOSPITAL }),
    post('secretary', { kind: 'city' })
  );
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    institution(SCHOOL),
    rectification('RC-hospital'),
    rectification('RC-school', { institution_uscc: SCHOOL }),
    // Issued by the health commission to an institution outside its sector.
    rectification('RC-other', { institution_uscc: SCHOOL, issued_by_dept: 'health_commission' })
  ]);
  await city.evaluate('2026-10-12');
  expect(digests('2026-10-12')).toEqual({ queued: 4, nothing_new: 1 });
  const ids = (person: string) =>
    ['RC-hospital', 'RC-school', 'RC-other'].filter((id) =>
      mails(person)[0]?.html.includes(`/records/R08/${id}"`)
    );
  expect(ids('health')).toEqual(['RC-hospital']);
  expect(ids('education')).toEqual(['RC-school', 'RC-other']);
  expect(ids('hospital')).toEqual(['RC-hospital']);
  expect(ids('secretary')).toEqual(['RC-hospital', 'RC-school', 'RC-other']);
  for (const person of ['health', 'hospital']) {
    expect(mails(person)[0]?.html).not.toContain('虚构理工学校');
    expect(mails(person)[0]?.text).not.toContain('虚构理工学校');
  }
  expect(mails('industry')).toEqual([]);
});

test('a scope that is missing or unknown is told of nothing', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), rectification('RC-1', { is_major: true })]);
  await city.evaluate('2026-10-12');
  expect(told({ kind: 'city' })).toEqual({ new: ['RC-1'] });
  expect(told({ kind: 'everything', code: HOSPITAL } as unknown as Scope)).toEqual({});
  expect(told({ kind: 'department', code: '' })).toEqual({});
});

test('one mail a day, and none where nothing is new; the reason is kept', async () => {
  await city.publish('2026-09-01', [quiet, rectification('RC-1')]);
  await city.evaluate('2026-10-12');
  expect(digests('2026-10-12')).toEqual({ queued: 1, nothing_new: 0 });
  expect(digests('2026-10-12')).toEqual({ queued: 0, nothing_new: 0 });
  await city.evaluate('2026-10-13');
  expect(digests('2026-10-13')).toEqual({ queued: 0, nothing_new: 1 });
  expect(mails()).toHaveLength(1);
  expect(city.control.all('select day, outcome from digest order by day')).toEqual([
    { day: '2026-10-12', outcome: 'queued' },
    { day: '2026-10-13', outcome: 'nothing_new' }
  ]);
  // Something came later on the day that had nothing.
  await city.publish('2026-10-13', [rectification('RC-2')]);
  await city.evaluate('2026-10-13');
  expect(digests('2026-10-13')).toEqual({ queued: 1, nothing_new: 0 });
  expect(mails()[1]?.html).toContain('RC-2');
  expect(mails()[1]?.html).not.toContain('RC-1');
});

test('new, worse, recovered and still open criticals, each in its section and in one only', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    rectification('RC-worse', { due_date: '2026-10-20' }),
    rectification('RC-done'),
    rectification('RC-major', { is_major: true }),
    rectification('RC-same', { due_date: '2026-10-30' })
  ]);
  await city.evaluate('2026-11-02');
  const before = lastEvent();
  expect(told(health)).toEqual({ new: ['RC-done', 'RC-major', 'RC-same', 'RC-worse'] });
  await city.publish('2026-11-05', [
    rectification('RC-done', { rect_status: 'submitted', report_submitted_date: '2026-11-05' }),
    rectification('RC-new', { due_date: '2026-11-03' })
  ]);
  await city.evaluate('2026-11-05');
  expect(told(health, before)).toEqual({
    new: ['RC-new'],
    worse: ['RC-worse'],
    recovered: ['RC-done'],
    critical: ['RC-major']
  });
  expect(told(health, lastEvent())).toEqual({ critical: ['RC-major'] });
});

test('open criticals of others are not told either', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    institution(SCHOOL),
    rectification('RC-hospital', { is_major: true }),
    rectification('RC-school', {
      is_major: true,
      institution_uscc: SCHOOL,
      issued_by_dept: 'health_commission'
    })
  ]);
  await city.evaluate('2026-10-12');
  const since = lastEvent();
  expect(told(health, since)).toEqual({ critical: ['RC-hospital'] });
  expect(told({ kind: 'institution', code: SCHOOL }, since)).toEqual({ critical: ['RC-school'] });
  expect(told({ kind: 'city' }, since)).toEqual({ critical: ['RC-hospital', 'RC-school'] });
});

test('criticals that were said before are no news by themselves', async () => {
  await city.publish('2026-09-01', [quiet, rectification('RC-1', { is_major: true })]);
  await city.evaluate('2026-10-12');
  digests('2026-10-12');
  await city.evaluate('2026-10-13');
  expect(digests('2026-10-13')).toEqual({ queued: 0, nothing_new: 1 });
});

test('what began and ended between two digests is not said', async () => {
  await city.publish('2026-09-01', [quiet, rectification('RC-1')]);
  await city.evaluate('2026-10-10');
  await city.publish('2026-10-11', [
    rectification('RC-1', { rect_status: 'submitted', report_submitted_date: '2026-10-11' })
  ]);
  await city.evaluate('2026-10-11');
  expect(digests('2026-10-12')).toEqual({ queued: 0, nothing_new: 1 });
});

test('the stages of a reminder are mailed once each, the one reached after a standstill too', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL),
    rectification('RC-1', { due_date: '2026-11-20' }),
    rectification('RC-2', { due_date: '2026-11-27' })
  ]);
  const reminded: [Day, string[]][] = [];
  let from = 0;
  // Nothing ran from the 7th to the 15th, so the fifth working day before RC-1's end was slept through.
  for (const day of [
    '2026-11-05',
    '2026-11-06',
    '2026-11-16',
    '2026-11-17',
    '2026-11-19',
    '2026-11-20',
    '2026-11-23'
  ]) {
    await city.evaluate(day);
    reminded.push([day, told(health, from).reminder ?? []]);
    from = lastEvent();
  }
  expect(reminded).toEqual([
    ['2026-11-05', []],
    ['2026-11-06', ['RC-1']],
    ['2026-11-16', ['RC-1', 'RC-2']],
    ['2026-11-17', []],
    ['2026-11-19', ['RC-1']],
    ['2026-11-20', ['RC-2']],
    ['2026-11-23', []]
  ]);
});

test('a step of the ladder tells the supervising department of what only the institution knew', async () => {
  await city.publish('2026-09-01', [institution(HOSPITAL), committee('EC-1'), review('RV-1')]);
  await city.evaluate('2026-10-10');
  const own: Scope = { kind: 'institution', code: HOSPITAL };
  expect(told(own).new).toContain('RV-1');
  expect(told(health).new ?? []).not.toContain('RV-1');
  const before = lastEvent();
  await city.evaluate('2026-10-24');
  expect(told(health, before).worse).toContain('RV-1');
});

test('what a failed mail should have said is said by the next one', async () => {
  await city.publish('2026-09-01', [quiet, rectification('RC-1')]);
  await city.evaluate('2026-10-12');
  digests('2026-10-12');
  city.control.run(`update delivery set state = 'failed'`);
  await city.evaluate('2026-10-13');
  expect(digests('2026-10-13')).toEqual({ queued: 1, nothing_new: 0 });
  expect(mails()[1]?.html).toContain('RC-1');
  expect(digests('2026-10-14')).toEqual({ queued: 0, nothing_new: 1 });
});

test('a mail that fails after the next one was queued is made up for as well', async () => {
  await city.publish('2026-09-01', [quiet, rectification('RC-1')]);
  await city.evaluate('2026-10-12');
  digests('2026-10-12');
  await city.publish('2026-10-13', [rectification('RC-2')]);
  await city.evaluate('2026-10-13');
  digests('2026-10-13');
  expect(mails()[1]?.html).not.toContain('RC-1');
  city.control.run(`update delivery set state = 'failed' where day = '2026-10-12'`);
  expect(digests('2026-10-14')).toEqual({ queued: 1, nothing_new: 0 });
  expect(mails()[2]?.html).toContain('RC-1');
  expect(digests('2026-10-15')).toEqual({ queued: 0, nothing_new: 1 });
});

test('submitted text is shown as it is and breaks neither HTML nor header', async () => {
  await city.publish('2026-09-01', [
    institution(HOSPITAL, {
      institution_name: '虚构<script>alert("x")</script>&医院\r\nBcc: all@city.example'
    }),
    rectification('RC-1/甲 "2"', { issue_summary: '第一行\n</td><img src="http://tracker.example/x.png">' })
  ]);
  await city.evaluate('2026-10-12');
  posts = [post('hospital', { kind: 'institution', code: HOSPITAL })];
  posts[0]!.words = { zh: '虚构\r\nBcc: all@city.example', en: 'x' };
  digests('2026-10-12');
  const [mail] = mails('hospital');
  expect(mail?.html).not.toMatch(/<script|<img|<[^>]*\ssrc=/i);
  expect(mail?.html).toContain(
    '&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;&#38;医院 Bcc: all@city.example'
  );
  expect(mail?.html).toContain('href="https://ethics.city.example/records/R08/RC-1%2F%E7%94%B2%20%222%22"');
  expect(mail?.subject).not.toMatch(/[\r\n]/);
  expect(mail?.text).toContain('虚构<script>alert("x")</script>&医院 Bcc');
});

test('both forms of a mail name the same matters and links; a long section says how many it left out', async () => {
  const many = Array.from({ length: 33 }, (_, i) => rectification(`RC-${i + 1}`, { due_date: '2026-10-09' }));
  await city.publish('2026-09-01', [quiet, ...many]);
  await city.evaluate('2026-10-12');
  digests('2026-10-12');
  const [mail] = mails();
  const links = (form: string) =>
    [...new Set(form.match(/https:[^\s"<]+/g))].map((link) => link.replaceAll('&#38;', '&'));
  expect(links(mail!.html)).toEqual(links(mail!.text));
  expect(links(mail!.html).filter((link) => link.includes('/records/'))).toHaveLength(30);
  expect(links(mail!.html)).toContain('https://ethics.city.example/alerts?department=health_commission');
  expect(links(mail!.html)).toContain('https://ethics.city.example/rectifications');
  expect(mail!.subject).toContain('33');
  for (const form of [mail!.html, mail!.text]) expect(form).toMatch(/\b3\b/);
});

test('a mail is in the language of its post, and its Message-ID bears the domain of the sender', async () => {
  posts = [post('health', health), post('english', health, 'en')];
  await city.publish('2026-09-01', [quiet, rectification('RC-1')]);
  await city.evaluate('2026-10-12');
  digests('2026-10-12');
  expect(mails('health')[0]?.html).toContain('lang="zh-CN"');
  expect(mails('english')[0]?.html).toContain('lang="en"');
  // Only names and what was submitted may be Chinese in an English mail.
  const frame = mails('english')[0]!.text.replaceAll(/虚构第一医院|审查超过30日未作决定/g, '');
  expect(frame).not.toMatch(/\p{Script=Han}/u);
  const ids = ['health', 'english'].map((person) => mails(person)[0]!.message_id);
  for (const id of ids) expect(id).toMatch(/^<digest\.2026-10-12\.[0-9a-f]+@city\.example>$/);
  expect(new Set(ids).size).toBe(2);
});

test('reports that fall due are told to the department in whose sector they are owed, once a stage', async () => {
  posts = [post('health', health), post('education', education)];
  await city.publish('2026-09-01', [institution(HOSPITAL), committee('EC-1'), institution(SCHOOL)]);
  await city.publish('2026-10-01', []);
  const about = (name: string) => told.filter(([, text]) => text.includes(name)).map(([day]) => day);
  const told: [Day, string][] = [];
  for (const day of ['2026-10-01', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12']) {
    await city.evaluate(day);
    digests(day);
    const mail = mails().find((each) => each.day === day);
    told.push([day, mail?.text ?? '']);
  }
  // The review ledger of September is due on the 10th, a Saturday that is worked: five, two, one working days before.
  expect(about('2026-09 伦理审查台账：1 家应报，1 家未报')).toEqual(['2026-10-01', '2026-10-09']);
  const [day, last] = told.at(-1) ?? ['', ''];
  expect(day).toBe('2026-10-12');
  expect(last).toContain('/ledger?report=R04&period=2026-09&owed=yes&institution=' + HOSPITAL);
  expect(last).toContain('报送逾期');
  expect(mails('education').every(({ text }) => !text.includes('虚构第一医院'))).toBe(true);
});

test('many who owe the same report are one item, and institutions without a mailbox are to be told by others', async () => {
  const many = Array.from({ length: 12 }, (_, i) =>
    institution(`1221010000000${String(100 + i)}XY`, {
      institution_name: `虚构医院${String(i + 1).padStart(2, '0')}`,
      supervising_dept: 'health_commission',
      has_committee: false
    })
  );
  await city.publish('2026-09-01', many);
  await city.publish('2026-10-21', []);
  await city.evaluate('2026-10-21');
  digests('2026-10-21');
  const [mail] = mails();
  // R10, R12, R13 and R21 of the third quarter were due on the 20th, R11 of the semester in September.
  expect(mail?.text.match(/12 家：报送逾期/g)).toHaveLength(5);
  expect(mail?.text).toContain('虚构医院01、虚构医院02');
  expect(mail?.text).not.toContain('虚构医院12');
  expect(mail?.text).toContain('没有登记邮箱');
  expect(mail?.subject).toContain('5');
});

test('a report that a department owes itself is its own matter', async () => {
  city.close();
  city = await SmallCity.open(':memory:', [{ code: 'health_commission', member: true }]);
  posts = [post('health', health), post('education', education)];
  await city.publish('2026-09-01', []);
  await city.publish('2026-10-30', []);
  await city.evaluate('2026-10-30');
  digests('2026-10-30');
  expect(mails()[0]?.text).toContain('市卫生健康委：报送逾期');
  expect(mails()[0]?.text).toContain(
    '/ledger?report=R23&period=2026-Q3&owed=yes&department=health_commission'
  );
  expect(mails()[0]?.text).not.toContain('没有登记邮箱');
  expect(mails('education')).toEqual([]);
});
