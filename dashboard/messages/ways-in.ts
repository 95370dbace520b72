/** Words of the page about the ways by which files come in. */
import type { Language } from '../language.ts';

const zh = {
  title: '报送方式',
  intro:
    '报表可由人工提交，也可由系统自动报送。无论哪种方式，文件都按原样保存、逐格检查；所报的行只能属于报送方自己，其他单位的行退回。',
  upload: '网页提交',
  upload_text: '在“报送文件”页选择文件，或把文件拖到页上，处理进度和结果随即显示。',
  inbox: '收件夹',
  inbox_text: [
    '把文件放入收件夹中本单位或本部门的子文件夹。文件写完后即被取走处理，处理结果写在同一文件夹的“回执”中。',
    '子文件夹以统一社会信用代码或部门代码命名，代码后可加名称；直接放在收件夹中的文件，视为市级报送。',
    '文件名以“.”开头的文件、链接，以及更深一层的文件夹均不读取。'
  ],
  inbox_path: '收件夹位置：',
  folders: '收件夹中的子文件夹',
  no_folders: '收件夹中还没有子文件夹。',
  folder: '文件夹',
  speaks_for: '代表',
  nobody: '不代表任何单位或部门，其中的文件不读取',
  city: '市级',
  api: '接口',
  api_text: [
    '其他系统用 POST /api/submissions 报送。令牌代表一个单位、一个部门或市级；无效、过期或已撤销的令牌一律拒绝。',
    '网络中断、不知是否送达的，用同一 Idempotency-Key 再次发送同一文件，得到同一编号，不会重复报送。'
  ],
  api_docs: '接口说明',
  example: '示例：',
  tokens: '令牌',
  tokens_text: '令牌由管理员在服务器上生成，只显示一次；系统只保存其摘要，遗失的应撤销后重新生成。',
  no_tokens: '还没有令牌。',
  number: '编号',
  used_by: '使用方',
  state: '状态',
  token_state: { good: '有效', expired: '已过期', revoked: '已撤销' },
  good_through: '有效期至',
  no_end: '撤销为止',
  created: '生成',
  last_used: '最近使用',
  never: '未使用',
  pull: '定时取数',
  pull_text: [
    '系统按设定的时间，从列明的主机取得文件；文件没有变化的，不重复接收。对方暂时不可用的，稍后自动重试。',
    '数据源写在数据目录的 sources.json 中，主机列在 SHANJIAN_PULL_HOSTS 中；口令等只写环境变量的名称。改动后重新启动生效。'
  ],
  sources: '数据源',
  no_sources: '还没有数据源。',
  name: '名称',
  schedule: '时间（cron，北京时间）',
  next_run: '下次',
  last_run: '最近一次',
  last_file: '最近取得的文件',
  running: '正在取数',
  not_yet: '尚未运行',
  outcome: { taken: '已取得', same: '没有变化', failed: '失败' },
  pull_now: '立即取数'
};

const en: typeof zh = {
  title: 'Ways in',
  intro:
    'Reports are handed in by people, or by other systems on their own. Every file is kept as it is and checked cell by cell; its rows may only be of whom it is handed in by, and those of others are rejected.',
  upload: 'On the web',
  upload_text:
    'Choose a file on the page of submitted files, or drop it there; how far it is and what came of it shows at once.',
  inbox: 'Inbox folder',
  inbox_text: [
    'Lay the file into the sub-folder of your institution or department. It is taken away once it is written to its end, and what came of it is written into the folder 回执 beside it.',
    'A sub-folder is named by a unified social credit code or the code of a department, and a name may follow; files directly in the inbox are handed in by the city.',
    'Files whose name begins with a dot, links, and folders further down are not read.'
  ],
  inbox_path: 'The inbox is ',
  folders: 'Folders of the inbox',
  no_folders: 'The inbox has no folders yet.',
  folder: 'Folder',
  speaks_for: 'Speaks for',
  nobody: 'Nobody: its files are not read',
  city: 'The city',
  api: 'Interface',
  api_text: [
    'Other systems hand in by POST /api/submissions. A token speaks for one institution, one department or the city; one that is unknown, expired or revoked is refused.',
    'Whoever does not know whether a file arrived sends it again with the same Idempotency-Key: it has the same number and is not handed in twice.'
  ],
  api_docs: 'About the interface',
  example: 'For example:',
  tokens: 'Tokens',
  tokens_text:
    'Tokens are made on the server and shown once. Only a digest is kept: revoke one that was lost and make another.',
  no_tokens: 'There are no tokens yet.',
  number: 'No.',
  used_by: 'Used by',
  state: 'State',
  token_state: { good: 'good', expired: 'expired', revoked: 'revoked' },
  good_through: 'Good through',
  no_end: 'until revoked',
  created: 'Made',
  last_used: 'Last used',
  never: 'never',
  pull: 'Pulled on a schedule',
  pull_text: [
    'Files are fetched from listed hosts at set times; one that has not changed is not taken in again. A host that does not answer is asked again a little later.',
    'Sources stand in sources.json of the data folder, hosts in SHANJIAN_PULL_HOSTS; for a secret only the name of its environment variable is written down. Changes hold from the next start.'
  ],
  sources: 'Sources',
  no_sources: 'There are no sources yet.',
  name: 'Name',
  schedule: 'When (cron, Asia/Shanghai)',
  next_run: 'Next',
  last_run: 'Last run',
  last_file: 'Newest file',
  running: 'Fetching now',
  not_yet: 'Never ran',
  outcome: { taken: 'taken in', same: 'not changed', failed: 'failed' },
  pull_now: 'Fetch now'
};

export const waysInWords: Record<Language, typeof zh> = { zh, en };
export type WaysInWords = typeof zh;
