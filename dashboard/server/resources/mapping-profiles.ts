import { z } from 'zod';
import type { MappingProfileAnswer, MappingProfileRow } from '#warehouse/answers.ts';
import { json, type Asked, type Endpoint } from '../endpoint.ts';
import { field, words } from '../field.ts';
import { asks, instant, none } from '../fields.ts';
import { list } from '../list.ts';
import { one } from '../one.ts';
import { invalid, Problem } from '../problem.ts';
import { common } from '../question.ts';

const owner_kind = field(
  z.enum(['city', 'department', 'institution']),
  '归属：全市、部门或单位',
  'Belongs to the city, a department or an institution'
);
const owner_code = field(z.string(), '部门代码或统一社会信用代码，全市为空', 'Its code; empty for the city');

const profile = z
  .strictObject({
    id: field(z.int(), '编号', 'Number'),
    owner_kind,
    owner_code,
    owner_words: field(words, '归属', 'Belongs to'),
    report: field(z.string(), '报表编号', 'Report'),
    report_words: field(words, '报表', 'Report in words'),
    name: field(z.string(), '方案名称', 'Name'),
    version: field(z.int(), '现行版本', 'Newest version'),
    created_at: field(instant, '制订时间', 'Made at'),
    changed_at: field(instant, '最近修订时间', 'Last changed at'),
    retired_at: field(instant.nullable(), '停用时间', 'Retired at'),
    files: field(z.int(), '已读取文件数', 'Files read')
  })
  .meta({ id: 'MappingProfile' }) satisfies z.ZodType<MappingProfileRow>;

const entry = z.strictObject({
  field: field(z.string(), '字段', 'Field'),
  words: field(words, '栏目', 'Column of the report'),
  header: field(z.string().nullable(), '取自文件的列', 'Header in the file'),
  constant: field(z.string().nullable(), '固定值', 'Text for every row'),
  constant_words: field(words.nullable(), '固定值的含义', 'What the fixed value means'),
  codes: field(
    z.array(z.strictObject({ wording: z.string(), code: z.string(), words })).nullable(),
    '代码译法',
    'Wordings and the codes that they stand for'
  )
});

const profileWithVersions = z
  .strictObject({
    ...profile.shape,
    versions: field(
      z.array(
        z.strictObject({
          version: z.int(),
          note: z.string(),
          created_at: instant,
          created_by: z.string(),
          files: z.int(),
          entries: z.array(entry)
        })
      ),
      '各版本，新的在前',
      'Versions, newest first'
    )
  })
  .meta({ id: 'MappingProfileWithVersions' }) satisfies z.ZodType<MappingProfileAnswer>;

export const mappingProfiles = list({
  path: '/api/mapping-profiles',
  words: { zh: '列名对照方案，使用中的在前', en: 'Mapping profiles, those in use first' },
  params: none,
  query: z.strictObject({ report: asks.report }),
  row: profile,
  rows: (reader, ask) => reader.mappings(ask.report ? { report: ask.report } : {})
});

export const oneMappingProfile = one({
  path: '/api/mapping-profiles/{id}',
  words: { zh: '一个对照方案及其各版本', en: 'One mapping profile with its versions' },
  params: z.strictObject({
    id: field(z.coerce.number<string | number>().int().min(1), '对照方案编号', 'Number of the profile')
  }),
  data: profileWithVersions,
  formats: ['json'],
  find: (reader, { id }) => reader.mapping(id)
});

const texts = z.record(z.string(), z.string());

const sent = z.strictObject({
  owner_kind,
  owner_code: owner_code.default(''),
  report: field(z.string(), '报表编号', 'Report'),
  name: field(
    z.string().trim().min(1).max(80),
    '方案名称；同一归属下已有的，添加新版',
    'Name; where the owner has one of that name, a version is added to it'
  ),
  note: field(z.string().max(400).default(''), '修订说明', 'What has changed'),
  columns: field(texts, '字段 → 文件中的列名', 'Field → header in the file'),
  constants: field(
    texts.default({}),
    '字段 → 固定值；{report_period}、{institution_uscc} 取自文件标题行或收件信息',
    'Field → text for every row; {report_period} and {institution_uscc} come from the title lines or the receipt'
  ),
  codes: field(
    z.record(z.string(), texts).default({}),
    '字段 → 文件用语 → 代码',
    'Field → their wording → our code'
  )
});

const saved = z.strictObject({
  id: field(z.int(), '对照方案编号', 'Number of the profile'),
  version: field(z.int(), '版本', 'Version')
});

export const addMappingVersion: Endpoint = {
  method: 'post',
  path: '/api/mapping-profiles',
  words: { zh: '制订对照方案，或添加一版', en: 'Make a mapping profile, or add a version to it' },
  about: {
    zh: '此后收到的、含有全部所列列名的文件按新版读取；已读取的不变。内容与现行版本相同的，不另成版。',
    en: 'Files received from then on that have all the headers named are read by it; what has been read stays. A version that says what the newest says makes none.'
  },
  params: none,
  query: z.strictObject({ lang: common(['json']).lang }),
  formats: ['json'],
  sent: {
    words: { zh: '对照方案的一版', en: 'A version of a mapping profile' },
    types: { 'application/json': sent }
  },
  answer: z.strictObject({ data: saved }),
  fields: saved,
  status: 201,
  problems: ['invalid_parameter'],
  kept: false,
  async handle(asked) {
    const { owner_kind: kind, owner_code: code, ...made } = await body(asked);
    const { scope } = await asked.reader();
    const done = asked.app.mapping.save(scope, { ...made, owner: { kind, code }, by: 'api' });
    if ('faults' in done)
      throw invalid(
        ...done.faults.map(({ field: name, says }) => ({ parameter: name || 'body', detail: says }))
      );
    return json({ data: done }, { location: `/api/mapping-profiles/${done.id}` }, 201);
  }
};

async function body({ request }: Asked): Promise<z.output<typeof sent>> {
  const given: unknown = await request.json().catch(() => {
    throw new Problem('invalid_parameter', { zh: '正文应为 JSON', en: 'The body must be JSON' });
  });
  const read = sent.safeParse(given);
  if (read.success) return read.data;
  const [zh, en] = [z.locales.zhCN(), z.locales.en()].map(
    ({ localeError }) => sent.safeParse(given, { error: localeError }).error?.issues ?? []
  );
  throw invalid(
    ...(zh ?? []).map((issue, at) => ({
      parameter: issue.path.join('.') || 'body',
      detail: { zh: issue.message, en: en?.[at]?.message ?? issue.message }
    }))
  );
}
