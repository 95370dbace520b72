/** The city's twelve measures and three guarantees, in their order. */
import type { Words } from '#ingest/declare.ts';
import type { Measure } from './declare.ts';

export const measures: readonly { id: Measure; words: Words }[] = [
  {
    id: '1',
    words: { zh: '建立科技伦理市级部门定期会商机制', en: 'Regular joint meeting of city departments' }
  },
  { id: '2', words: { zh: '压实创新主体科技伦理管理主体责任', en: 'Responsibility of innovation bodies' } },
  { id: '3', words: { zh: '发挥科技类社会团体作用', en: 'Role of science and technology societies' } },
  {
    id: '4',
    words: { zh: '引导科技人员自觉遵守科技伦理要求', en: 'Researchers observe ethics requirements' }
  },
  { id: '5', words: { zh: '加强科技伦理制度落实', en: 'Putting the rules into practice' } },
  { id: '6', words: { zh: '加强科技伦理领域研究探索', en: 'Research on ethics of science' } },
  { id: '7', words: { zh: '严格科技伦理审查', en: 'Strict ethics review' } },
  { id: '8', words: { zh: '加强科技伦理监管', en: 'Supervision of research ethics' } },
  { id: '9', words: { zh: '严肃查处科技伦理违法违规行为', en: 'Investigating violations' } },
  { id: '10', words: { zh: '重视科技伦理教育', en: 'Ethics education' } },
  { id: '11', words: { zh: '强化科技伦理培训', en: 'Ethics training' } },
  { id: '12', words: { zh: '加强科技伦理宣传', en: 'Publicity for research ethics' } },
  { id: 'G1', words: { zh: '保障（一）加强协同联动', en: 'Guarantee 1: coordination' } },
  { id: 'G2', words: { zh: '保障（二）加强跟踪问效', en: 'Guarantee 2: follow-up and effect' } },
  { id: 'G3', words: { zh: '保障（三）加强氛围营造', en: 'Guarantee 3: climate' } }
];
