/** Who sits on a committee. */
import type { CodeList } from './code-list.ts';

export const committees = {
  CL08: {
    id: 'CL08',
    name: 'member_category',
    zh: '委员类别',
    en: 'Category of member',
    note: {
      zh: '办法第七条列举同行、伦理、法律等，并要求不同性别和非本单位委员',
      en: 'Art. 7 of the Measures names peers, ethics and law, and asks for different genders and external members'
    },
    items: [
      { code: 'sci_tech_peer', zh: '相关科学技术背景同行专家', en: 'Peer scientist' },
      { code: 'ethics', zh: '伦理专业', en: 'Ethics' },
      { code: 'law', zh: '法律专业', en: 'Law' },
      { code: 'public_representative', zh: '社会人士/公众代表', en: 'Public representative' },
      { code: 'other_member', zh: '其他', en: 'Other' }
    ]
  },
  CL09: {
    id: 'CL09',
    name: 'member_role',
    zh: '委员职务',
    en: 'Role of member',
    items: [
      { code: 'chair', zh: '主任委员', en: 'Chair' },
      { code: 'vice_chair', zh: '副主任委员', en: 'Vice-chair' },
      { code: 'member', zh: '委员', en: 'Member' }
    ]
  },
  CL10: {
    id: 'CL10',
    name: 'gender',
    zh: '性别',
    en: 'Gender',
    note: {
      zh: '仅用于组成合规，不进入任何个人画像',
      en: 'Only for compliance of composition, never for a profile of a person'
    },
    items: [
      { code: 'male', zh: '男', en: 'Male' },
      { code: 'female', zh: '女', en: 'Female' }
    ]
  }
} as const satisfies Record<string, CodeList>;
