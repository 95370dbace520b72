/** Sources of law as declared, in the words of a page: a rule of this system's own (D) says so. */
import type { Language } from './language.ts';

const OWN = { zh: '本系统约定', en: 'set by this system' } as const;

/** `D` → `本系统约定`; `VAL-01 D` → `VAL-01，本系统约定`. In English the two kinds that name no document are translated too. */
export function basisWords(basis: string, language: Language): string {
  const stop = language === 'zh' ? '，' : ', ';
  const said = basis
    .replace(/^D(?=[：（]|$)/, OWN[language])
    .replace(/ D$/, stop + OWN[language])
    .replace(/ \/ /g, stop);
  if (language === 'zh') return said;
  return said.replace(/^代码表 (CL\d+).*$/, 'Code list $1').replace(/表式$/, 'the form');
}
