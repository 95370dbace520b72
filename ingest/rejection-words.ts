/** What a person reads when a file is returned whole: what happened, and what to do. */
import type { Words } from './declare.ts';
import type { RejectionCode } from './rejection.ts';

export const rejectionWords: Record<RejectionCode, { says: Words; remedy: Words }> = {
  empty_file: {
    says: { zh: '文件没有内容。', en: 'The file is empty.' },
    remedy: {
      zh: '请核对所选文件，重新保存后再报送；本期确无数据的，请报送零报告。',
      en: 'Check the file that was chosen and save it again; if there is nothing to report, hand in a nil declaration.'
    }
  },
  not_supported: {
    says: { zh: '不支持此类文件（{kind}）。', en: 'This kind of file is not supported ({kind}).' },
    remedy: {
      zh: '请将表格另存为 .xlsx 或 .csv 文件后报送；多个文件可用 .zip 打包，压缩包内不能再有压缩包。',
      en: 'Save the table as .xlsx or .csv and hand that in; several files may come in one .zip, without archives inside.'
    }
  },
  old_excel: {
    says: {
      zh: '文件为 Excel 4.0 或更早的表格格式，无法读取。',
      en: 'The file is in the format of Excel 4.0 or older and cannot be read.'
    },
    remedy: {
      zh: '请用 Excel 或 WPS 打开，选择“另存为”，类型选“Excel 工作簿（*.xlsx）”，再行报送。',
      en: 'Open it in Excel or WPS, choose “Save as”, type “Excel workbook (*.xlsx)”, and hand in that file.'
    }
  },
  password_protected: {
    says: {
      zh: '文件设有打开密码，无法读取。',
      en: 'The file is protected by a password and cannot be read.'
    },
    remedy: {
      zh: '请取消打开密码，保存后再报送；请勿通过其他渠道发送密码。',
      en: 'Remove the password, save, and hand it in again; do not send the password by another way.'
    }
  },
  broken_archive: {
    says: {
      zh: '工作簿已损坏或传输不完整，无法打开（{detail}）。',
      en: 'The workbook is damaged or was not transferred whole ({detail}).'
    },
    remedy: {
      zh: '请在本机打开核对，另存一份后重新报送。',
      en: 'Open it on your own computer, save a fresh copy and hand that in.'
    }
  },
  zip_bomb: {
    says: {
      zh: '工作簿解压后为 {expanded_mb} MB，超出允许的大小（{limit_mb} MB）或压缩比异常，未予打开。',
      en: 'Unpacked, the workbook would be {expanded_mb} MB: above the limit ({limit_mb} MB) or compressed beyond belief. It was not opened.'
    },
    remedy: {
      zh: '请删除多余的空白行、图片和无关工作表后另存；数据量大的，请改用 .csv 文件报送。',
      en: 'Delete superfluous rows, pictures and sheets and save again; hand in large data as .csv.'
    }
  },
  unsafe_archive: {
    says: {
      zh: '工作簿的内部结构不可信：{why}，未予打开。',
      en: 'The workbook is not built as workbooks are: {why_en}. It was not opened.'
    },
    remedy: {
      zh: '请在本机用 Excel 或 WPS 打开原表，另存为新的工作簿后报送；文件来自他人的，请核实来源。',
      en: 'Open the table in Excel or WPS, save it as a new workbook and hand that in; if others sent it, ask them where it comes from.'
    }
  },
  too_many_sheets: {
    says: {
      zh: '工作簿有 {count} 张工作表，超过 {most} 张。',
      en: 'The workbook has {count} worksheets, more than {most}.'
    },
    remedy: {
      zh: '请只保留需报送的工作表，另存后重新报送。',
      en: 'Keep the worksheets that are to be handed in, and save under another name.'
    }
  },
  no_visible_sheet: {
    says: { zh: '工作簿中没有可见的工作表。', en: 'The workbook has no visible worksheet.' },
    remedy: {
      zh: '请取消隐藏需报送的工作表，保存后重新报送。',
      en: 'Unhide the worksheet that is to be handed in, save, and hand it in again.'
    }
  },
  bad_encoding: {
    says: {
      zh: '第 {line} 行含有无法识别的字符（按 {encoding} 读取），文件编码不一致或已损坏。',
      en: 'Line {line} holds bytes that are no text (read as {encoding}): the file mixes encodings or is damaged.'
    },
    remedy: {
      zh: '请用 Excel 或 WPS 打开核对该行，另存为 .xlsx 或“CSV UTF-8”后重新报送。',
      en: 'Check that line in Excel or WPS, save as .xlsx or “CSV UTF-8”, and hand it in again.'
    }
  },
  unclosed_quote: {
    says: {
      zh: '第 {line} 行有一个双引号未配对，其后的行无法确定归属。',
      en: 'A double quote that opens on line {line} is not closed; the rows after it cannot be told apart.'
    },
    remedy: {
      zh: '请核对该行，将双引号成对或删除；也可另存为 .xlsx 报送。',
      en: 'Close or remove the quote on that line, or hand the table in as .xlsx.'
    }
  },
  too_wide: {
    says: {
      zh: '第 {line} 行超过 {most} 列，不是报表。',
      en: 'Row {line} has more than {most} columns: this is no report.'
    },
    remedy: {
      zh: '请核对分隔符和换行，删除多余的列后重新报送。',
      en: 'Check delimiters and line ends, delete superfluous columns, and hand it in again.'
    }
  },
  long_line: {
    says: {
      zh: '第 {line} 行超过 {most} 字，不是一条记录。',
      en: 'Row {line} is longer than {most} characters: this is no record.'
    },
    remedy: {
      zh: '请核对换行，一条记录占一行；也可另存为 .xlsx 报送。',
      en: 'Check the line ends, one record a line, or hand the table in as .xlsx.'
    }
  },
  json_broken: {
    says: {
      zh: 'JSON 内容有误（第 {element} 条记录）：{detail}',
      en: 'The JSON is not valid (element {element}): {detail}'
    },
    remedy: {
      zh: '应为对象数组、{"report","period","rows"} 结构或每行一个对象，请更正后重新报送。',
      en: 'Hand in an array of objects, {"report","period","rows"}, or one object a line.'
    }
  },
  json_nested: {
    says: {
      zh: '第 {element} 条记录的“{key}”不是单一的值。',
      en: 'In element {element}, “{key}” is not a single value.'
    },
    remedy: {
      zh: '每个字段应为文本、数字、是否或空值；多选字段可用数组或以分号连接。',
      en: 'Give each field a text, number, boolean or null; fields of several codes may be an array or joined by semicolons.'
    }
  },
  repeated_key: {
    says: {
      zh: '第 {element} 条记录中“{key}”出现两次。',
      en: 'In element {element}, “{key}” is given twice.'
    },
    remedy: {
      zh: '每个字段在一条记录中只应出现一次，请删除多余的一个后重新报送。',
      en: 'Give each field once in a record, and hand it in again.'
    }
  },
  unknown_report: {
    says: {
      zh: '文件注明的报表“{report}”不存在。',
      en: 'The file names a report “{report}” that does not exist.'
    },
    remedy: {
      zh: '请按报表目录填写表号（如 R04）。',
      en: 'Give the number of a report from the list of reports, for example R04.'
    }
  },
  not_recognised: {
    says: {
      zh: '在前 30 行中未找到任何报表的表头。读到的列：{headers}',
      en: 'None of the first 30 rows is the header of a report. Columns that were seen: {headers}'
    },
    remedy: {
      zh: '请使用系统下载的模板；由本单位系统导出、列名不同的，请在该文件页面点“对照列名”，对照一次即可。',
      en: 'Use the template. If your own system exports other names, choose “Map the columns” on the page of this file: once is enough.'
    }
  },
  missing_columns: {
    says: {
      zh: '按表头应为《{report}》，但缺少必需的列：{missing}',
      en: 'By its header this is “{report_en}”, but required columns are missing: {missing_en}'
    },
    remedy: {
      zh: '请补齐所缺的列后重新报送；有此列而列名不同的，请在该文件页面点“对照列名”。',
      en: 'Add the missing columns and hand it in again; if they are there under other names, choose “Map the columns” on the page of this file.'
    }
  },
  profile_columns: {
    says: {
      zh: '表头与对照方案“{profile}”第 {version} 版相近，但缺少其中的列：{missing}',
      en: 'The header is close to version {version} of the mapping profile “{profile}”, but these of its columns are missing: {missing_en}'
    },
    remedy: {
      zh: '列名有变动的，请在该文件页面点“对照列名”，修订对照方案；漏列的，请补齐后重新报送。',
      en: 'If the columns are called otherwise now, choose “Map the columns” on the page of this file and make a new version of the profile; if they were left out, add them and hand the file in again.'
    }
  },
  ambiguous: {
    says: {
      zh: '表头同时符合多张报表：{reports}，无法确定。',
      en: 'The header fits several reports equally well: {reports}.'
    },
    remedy: {
      zh: '请在标题行或工作表名中注明表号（如 R04）后重新报送。',
      en: 'Put the number of the report (for example R04) into the title line or the name of the worksheet.'
    }
  },
  duplicate_header: {
    says: {
      zh: '《{report}》的“{header}”出现了不止一列（{cells}）。',
      en: 'The column “{header}” appears more than once ({cells}).'
    },
    remedy: {
      zh: '请只保留一列，或将其余列改名后重新报送。',
      en: 'Keep one of the columns, or rename the others, and hand it in again.'
    }
  },
  nil_not_possible: {
    says: { zh: '“{report}”不接受零报告。', en: '{report_en} takes no nil declaration.' },
    remedy: {
      zh: '请下载该表模板，如实填报后报送。',
      en: 'Download the form of this report, fill it in and hand it in.'
    }
  },
  nil_of_nobody: {
    says: {
      zh: '“{report}”的零报告未注明是哪个单位或部门的。',
      en: 'The nil declaration for {report_en} does not say whose it is.'
    },
    remedy: {
      zh: '请在表头填写统一社会信用代码（部门报表填写部门名称）后重新报送。',
      en: 'Give the unified social credit code above the table (the department’s name in a report of departments) and hand it in again.'
    }
  },
  nil_of_others: {
    says: {
      zh: '不能代 {code} 作“{report}”的零报告：该单位未登记，或不属报送人填报、主管的范围。',
      en: 'No nil declaration for {report_en} can be made for {code}: it is not registered, or the sender does not speak for it.'
    },
    remedy: {
      zh: '请核对统一社会信用代码；未登记的单位请先报送单位登记表。',
      en: 'Check the unified social credit code; an institution that is not registered hands in the registry form first.'
    }
  },
  nil_of_no_period: {
    says: {
      zh: '“{period}”不是“{report}”的报告期，零报告无法对应。',
      en: '“{period}” is no period for which {report_en} is owed.'
    },
    remedy: {
      zh: '请按该表的报送频次填写报告期，如 2026-09、2026-Q3、2026-H1、2026-S1、2026。',
      en: 'Give a period of the kind in which it is reported, such as 2026-09, 2026-Q3, 2026-H1, 2026-S1 or 2026.'
    }
  },
  nil_too_early: {
    says: {
      zh: '“{report}”{period} 尚未结束（止于 {end}），不能提前作零报告。',
      en: '{period} of {report_en} has not ended (it ends on {end}): it is too early to say that there was nothing.'
    },
    remedy: { zh: '请在报告期结束后再报。', en: 'Declare it once the period has ended.' }
  },
  nil_beside_rows: {
    says: {
      zh: '“{report}”{period} 已采用 {count} 行（回执号 {submission}），不能同时作零报告（VAL-20）。',
      en: '{count} rows of {report_en} for {period} have been accepted (submission {submission}); nothing and something cannot both be true (VAL-20).'
    },
    remedy: {
      zh: '所报各行确属误报的，请先撤回该文件或报送作废行，再作零报告。',
      en: 'If those rows were a mistake, withdraw that file or void the rows first.'
    }
  },
  too_large: {
    says: { zh: '文件过大，无法读取（{detail}）。', en: 'The file is too large to be read ({detail}).' },
    remedy: {
      zh: '请拆分为若干文件，或改用 .csv 文件报送。',
      en: 'Split it into several files, or hand it in as .csv.'
    }
  },
  too_slow: {
    says: {
      zh: '读取文件超过 {minutes} 分钟，已中止。',
      en: 'Reading the file took more than {minutes} minutes and was stopped.'
    },
    remedy: {
      zh: '请拆分文件，或改用 .csv 文件报送；仍不成功的，请联系数据管理员。',
      en: 'Split the file or hand it in as .csv; if that does not help, ask the data steward.'
    }
  },
  unreadable: {
    says: {
      zh: '读取文件时发生意外（{detail}），已中止；文件已原样保存。',
      en: 'Reading the file broke off ({detail}). The file is kept as it is.'
    },
    remedy: {
      zh: '请用 Excel 或 WPS 打开核对，另存为 .xlsx 或 .csv 后重新报送；仍不成功的，请联系数据管理员。',
      en: 'Open it in Excel or WPS, save it as .xlsx or .csv and hand that in; if that does not help, ask the data steward.'
    }
  },
  no_member: {
    says: {
      zh: '压缩包内没有可以读取的报表。{members}',
      en: 'No file in the archive could be read. {members_en}'
    },
    remedy: {
      zh: '请按各文件的说明更正后重新报送，也可逐个报送。',
      en: 'Correct each file as said and hand them in again, or hand them in one by one.'
    }
  }
};
