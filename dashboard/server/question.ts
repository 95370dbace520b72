/** What every question may say, and how it is read: nothing unknown is passed over, because a typing error would widen the answer. */
import { z } from 'zod';
import type { Words } from '#ingest/declare.ts';
import { languages } from '#dashboard/language.ts';
import { day, field } from './field.ts';
import { invalid } from './problem.ts';

export type Format = 'json' | 'csv' | 'arrow';

/** Parameters of every question. */
export const common = (formats: readonly [Format, ...Format[]]) => ({
  asof: field(
    day.optional(),
    '按此日所知回答（YYYY-MM-DD），默认最新',
    'Answer as of this day; default the newest'
  ),
  lang: field(
    z.enum(languages).optional(),
    '表头与说明的语言，默认 zh',
    'Language of headers and of problems; default zh'
  ),
  format: field(
    z.enum(formats).optional(),
    '格式，优先于 Accept 头',
    'Format; stands above the header Accept'
  )
});

export const PAGE_SIZE = 100;
export const LARGEST_PAGE = 500;

const whole = z.coerce.number<string | number>().int().min(1);

export const paging = {
  page: field(whole.max(1_000_000).optional(), '页码，从 1 起', 'Page, from 1'),
  page_size: field(
    whole.max(LARGEST_PAGE).optional(),
    `每页行数，至多 ${LARGEST_PAGE}，默认 ${PAGE_SIZE}`,
    `Rows a page, at most ${LARGEST_PAGE}; default ${PAGE_SIZE}`
  )
};

/** The parameters as the schema has them. Throws a Problem that names each one that cannot be used. */
export function read<T extends z.ZodObject>(
  schema: T,
  given: URLSearchParams | Record<string, string>
): z.output<T> {
  const entries = given instanceof URLSearchParams ? [...given] : Object.entries(given);
  const twice = entries.map(([name]) => name).filter((name, at, all) => all.indexOf(name) !== at);
  if (twice.length > 0)
    throw invalid(
      ...twice.map((parameter) => ({ parameter, detail: { zh: '只能给一次', en: 'may be given once only' } }))
    );
  const parsed = schema.safeParse(Object.fromEntries(entries));
  if (parsed.success) return parsed.data;
  throw invalid(...wrong(schema, Object.fromEntries(entries)));
}

function wrong(schema: z.ZodObject, given: Record<string, string>): { parameter: string; detail: Words }[] {
  const [zh, en] = [z.locales.zhCN(), z.locales.en()].map(
    ({ localeError }) => schema.safeParse(given, { error: localeError }).error?.issues ?? []
  );
  return (zh ?? []).flatMap((issue, at) => {
    const detail = { zh: issue.message, en: en?.[at]?.message ?? issue.message };
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
    return names.map((parameter) => ({ parameter, detail }));
  });
}
