/** Words that mean the same in headers, brought to one, so that 课题受理日期 and 项目受理时间 are alike. */
import { bareHeader, normalHeader } from './header-names.ts';

/** In this order: longer words before those they contain. */
const same: readonly (readonly [RegExp, string])[] = [
  [/上会|开会|会审/g, '会议'],
  [/送审|报审/g, '审查'],
  [/科技活动|科研项目|研究项目|课题|方案/g, '项目'],
  [/伦理审查委员会|伦理委员会|伦委会|irb|ethicscommittee/g, '委员会'],
  [/统一社会信用代码|社会信用代码|信用代码|机构代码|组织机构代码|uscc/g, '单位号'],
  [/编码|代码|代号|编号|序号|流水号|号码/g, '号'],
  [/日期|时间|年月日/g, '日'],
  [/机构|医院|本院|公司|院所/g, '单位'],
  [/结果|意见|决议|决定/g, '结论'],
  [/类别|类型|种类|分类/g, '类'],
  [/数量|个数|合计/g, '数'],
  [/名称/g, '名'],
  [/出席|参会/g, '到会'],
  [/截止|到期|届满|期满|截至/g, '期限'],
  [/起始|启动|起日/g, '开始'],
  [/终止|止日/g, '结束'],
  [/是否|有无|是不是/g, ''],
  [/科技伦理|伦理/g, '']
];

/** As `bareHeader`, in the words of ours; never empty where the header is not. */
export function plainWords(header: string): string {
  const bare = bareHeader(normalHeader(header));
  return same.reduce((text, [word, ours]) => text.replace(word, ours), bare) || bare;
}
