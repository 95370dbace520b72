/** Lays into the inbox what a person who opens it must know: whose folder is called how, and what becomes of a file. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { City } from '#warehouse/city.ts';
import { GUIDE, RECEIPTS } from './inbox.ts';

/** Makes the inbox where there is none. An inbox that may not be written to simply has no guide. */
export function layGuide(inbox: string, city: Pick<City, 'zh' | 'en' | 'departments'>): void {
  mkdirSync(inbox, { recursive: true });
  const file = join(inbox, GUIDE);
  const text = guide(city).replaceAll('\n', '\r\n');
  try {
    if (textOf(file) !== text) writeFileSync(file, text);
  } catch {
    return;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** With a mark of its encoding, because old editors take a text without one for GBK. */
const guide = ({
  zh,
  en,
  departments
}: Pick<City, 'zh' | 'en' | 'departments'>): string => `\uFEFF${zh}科技伦理治理报表收件夹

一、各单位、各部门分别使用一个子文件夹。子文件夹以统一社会信用代码或部门代码命名，代码后可加“_名称”。
二、放入子文件夹的文件，只能含该单位或该部门自己的数据，其他单位的行将被退回；直接放在本文件夹的，视为市级报送。
三、文件写完后约两秒即被取走，原文件按字节保存；写入过程中请先用以“.”开头的文件名。
四、处理结果写在同一文件夹的“${RECEIPTS}”中。更深一层的文件夹不读取。

部门代码：
${departments.map((each) => `  ${each.code}  ${each.zh}`).join('\n')}

——

Inbox for reports on research-ethics governance: ${en}

1. One sub-folder for each institution or department, named by its credit code or department code; “_name” may follow.
2. Files in a sub-folder may hold rows of that institution or department only; others' are returned. Files directly in
   this folder are handed in by the city.
3. A file is taken away about two seconds after it was last written to; its bytes are kept as they are. While writing,
   use a name that begins with a dot.
4. What became of it is written into “${RECEIPTS}” of the same folder. Folders further down are not looked into.

Department codes:
${departments.map((each) => `  ${each.code}  ${each.en}`).join('\n')}
`;
