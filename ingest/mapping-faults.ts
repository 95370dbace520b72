/** What is wrong with a mapping before any file is read by it, field by field. */
import { SAID_BY_FILE, type Mapping } from '#warehouse/control/mapping-profiles.ts';
import { wordings, type CityCodes } from '#warehouse/typed.ts';
import { isUscc } from './codes/uscc.ts';
import type { Column, Report, Words } from './declare.ts';
import { normalHeader } from './header-names.ts';
import { columnOf, isCoded } from './suggest-codes.ts';

export interface MappingFault {
  /** '' where it is about the mapping as a whole. */
  field: string;
  says: Words;
}

/** `headers`: those of the file in hand, where there is one. */
export function mappingFaults(
  report: Report,
  { columns, constants, codes }: Mapping,
  city: CityCodes,
  headers?: readonly string[]
): MappingFault[] {
  const faults: MappingFault[] = [];
  const fault = (field: string, zh: string, en: string) => faults.push({ field, says: { zh, en } });
  const there = headers && new Set(headers.map(normalHeader));
  if (Object.keys(columns).length === 0) fault('', '至少应对照一列。', 'At least one column must be mapped.');
  for (const field of new Set([columns, constants, codes].flatMap((part) => Object.keys(part))))
    if (!columnOf(report, field))
      fault(field, `${report.id} 没有栏目“${field}”。`, `${report.id} has no column “${field}”.`);
  for (const [field, header] of Object.entries(columns)) {
    if (field in constants)
      fault(field, '列与固定值只能取其一。', 'Give a column or a fixed value, not both.');
    if (there && !there.has(normalHeader(header)))
      fault(field, `文件中没有“${header}”列。`, `The file has no column “${header}”.`);
  }
  for (const column of report.columns)
    if (column.required === 'yes' && !columns[column.field] && !constants[column.field]?.trim())
      fault(
        column.field,
        '必填栏目须选一列或填固定值。',
        'A required column needs a column of the file or a fixed value.'
      );
  for (const [field, text] of Object.entries(constants)) {
    const column = columnOf(report, field);
    if (column && !canStand(column, text, city))
      fault(
        field,
        `固定值“${text}”不能用于此栏，应形如“${column.example}”。`,
        `The fixed value “${text}” cannot stand in this column; write it like “${column.example}”.`
      );
  }
  for (const [field, translations] of Object.entries(codes)) {
    const column = columnOf(report, field);
    if (!column) continue;
    if (!isCoded(column) && column.type !== 'strings')
      fault(field, '此栏不是代码栏，不能译码。', 'This column holds no codes to translate.');
    else if (isCoded(column))
      for (const code of Object.values(translations))
        if (!canStand(column, code, city))
          fault(field, `代码“${code}”不在代码表中。`, `The code “${code}” is not in the list.`);
  }
  return faults;
}

/** Whether a text can be read in a column; days and numbers by their shape, since the validator reads them again. */
function canStand(column: Column, text: string, city: CityCodes): boolean {
  if (text.trim() === '' || SAID_BY_FILE.some((each) => each === text)) return true;
  switch (column.type) {
    case 'code':
    case 'bool':
    case 'codes': {
      const known = new Set(wordings(column, city).flatMap(({ accepted }) => accepted));
      const parts = column.type === 'codes' ? text.split(';') : [text];
      return known.size === 0 || parts.every((part) => known.has(part.trim()));
    }
    case 'int':
      return /^[+-]?\d+$/.test(text);
    case 'decimal':
      return /^[+-]?\d+([.]\d+)?$/.test(text);
    case 'date':
    case 'datetime':
      return /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/.test(text);
    case 'month':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
    case 'quarter':
      return /^\d{4}-?Q[1-4]$/i.test(text);
    case 'string':
    case 'strings':
      return !column.field.endsWith('uscc') || column.type === 'strings' || isUscc(text);
  }
}
