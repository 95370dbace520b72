/** Words of the page about the machine interface. */
import type { Language } from '../language.ts';

const zh = {
  title: '数据接口',
  intro: '页面上的每一个数字，程序都可以用同样的口径取得。',
  document: 'OpenAPI 文档',
  how: '如何使用',
  how_text: [
    '地址都在 /api 之下，用 GET 读取，默认返回 JSON。加 format=csv（或 Accept: text/csv）得到可用 Excel 直接打开的 CSV；不给 page 时，CSV 含全部行。',
    '每个回答都写明 moment：数据截至日 day、发布序号 publication、计值日 valued_at；CSV 与 Arrow 写在 Shanjian-Day 等响应头里。加 asof=2026-06-30，即按当日所知回答。',
    '列表一律分页，并给出总行数 total；前后页的地址在 Link 响应头里。写错的参数不会被忽略，而是以 400 指出。',
    '响应带 ETag：下次请求附上 If-None-Match，没有变化时回 304，不再传输内容。',
    '大批量取数请用 /api/values 的 Arrow 流：Python 用 pyarrow.ipc.open_stream，R 用 arrow::read_ipc_stream，即可直接成表。'
  ],
  examples: '示例',
  example_labels: {
    figures: '一项指标最近 13 期的全市数值',
    csv: '逾期整改存为 CSV',
    arrow: '全部数值的 Arrow 流',
    hand_in: '报送一份文件'
  },
  common: '通用参数',
  addresses: '地址一览',
  address: '地址',
  answers: '内容',
  formats: '格式',
  params: '参数',
  no_params: '没有自己的参数。',
  fields: '返回的字段',
  name: '名称',
  meaning: '含义',
  type: '类型',
  values: '取值',
  required: '必填',
  open: '打开',
  problems: '出错时',
  problems_text:
    '出错时返回 application/problem+json：type 是类别，title 与 detail 按 lang 以中文或英文说明，errors 指明有误的参数。',
  status: '状态码',
  kind: '类别',
  kinds: {
    text: '文本',
    day: '日期',
    instant: '时间（UTC）',
    whole: '整数',
    number: '数值',
    yes_no: '是/否',
    list: '列表',
    words: '中英文文本',
    any: '任意'
  }
};

const en: typeof zh = {
  title: 'Machine interface',
  intro: 'Every number on a page can be read by a program, from the same source.',
  document: 'OpenAPI document',
  how: 'How to use it',
  how_text: [
    'All addresses lie under /api, are read by GET and answer in JSON. With format=csv (or Accept: text/csv) comes a CSV that Excel opens as it is; without a page it holds every row.',
    'Every answer has its moment: the day it is given for, the publication that answers, and valued_at, the day its figures are valued at; for CSV and Arrow these stand in the headers Shanjian-Day and so on. With asof=2026-06-30 the answer is what was known on that day.',
    'Lists come by the page and say how many rows there are in total; the header Link has the addresses of the pages before and after. A parameter that is not understood is refused with 400, never passed over.',
    'Answers carry an ETag: send it back as If-None-Match, and what has not changed is answered with 304 and not sent again.',
    'For everything at once take the Arrow stream of /api/values: pyarrow.ipc.open_stream in Python or arrow::read_ipc_stream in R make it a table.'
  ],
  examples: 'Examples',
  example_labels: {
    figures: 'The last 13 figures of an indicator, for the city',
    csv: 'Overdue rectifications as CSV',
    arrow: 'All figures as an Arrow stream',
    hand_in: 'Hand in a file'
  },
  common: 'Parameters of every question',
  addresses: 'Addresses',
  address: 'Address',
  answers: 'What it answers',
  formats: 'Formats',
  params: 'Parameters',
  no_params: 'None of its own.',
  fields: 'Fields answered',
  name: 'Name',
  meaning: 'Meaning',
  type: 'Type',
  values: 'Values',
  required: 'required',
  open: 'Open',
  problems: 'When something is wrong',
  problems_text:
    'The answer is application/problem+json: type is the kind, title and detail say it in Chinese or English by lang, errors name the parameters at fault.',
  status: 'Status',
  kind: 'Kind',
  kinds: {
    text: 'text',
    day: 'day',
    instant: 'instant (UTC)',
    whole: 'whole number',
    number: 'number',
    yes_no: 'yes/no',
    list: 'list',
    words: 'text in both languages',
    any: 'any'
  }
};

export const apiWords: Record<Language, typeof zh> = { zh, en };
