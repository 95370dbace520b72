/** What departments report, against meetings and the registry. */
import type { CrossCheck } from './declare.ts';

export const departments: readonly CrossCheck[] = [
  {
    id: 'VAL-15',
    file: 'resolutions-counted',
    report: 'R19',
    field: 'resolution_count',
    against: 'R20',
    says: {
      zh: '会议形成决议{found}项，督办表中有{expected}项。',
      en: '{found} resolutions were made, {expected} are followed up.'
    },
    remedy: { zh: '补报议定事项，或者更正决议数。', en: 'Report the action items, or correct the number.' },
    basis: 'VAL-15'
  },
  {
    id: 'VAL-16',
    file: 'supervised-counted',
    report: 'R23',
    field: 'supervised_count',
    against: 'R01',
    says: {
      zh: '监管单位数填{found}家，期末名录中为{expected}家。',
      en: '{found} institutions are said to be supervised; the registry had {expected}.'
    },
    remedy: { zh: '对照名录核对监管单位。', en: 'Compare with the registry.' },
    basis: 'VAL-16'
  }
];
