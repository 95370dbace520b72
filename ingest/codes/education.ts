/** Training sessions and university courses. */
import type { CodeList } from './code-list.ts';

export const education = {
  CL41: {
    id: 'CL41',
    name: 'training_kind',
    zh: '培训类型',
    en: 'Kind of training',
    items: [
      { code: 'onboarding', zh: '入职培训', en: 'Onboarding' },
      { code: 'academic_event', zh: '学术交流研讨中的培训', en: 'In academic events' },
      { code: 'researcher_regular', zh: '科技人员日常培训', en: 'Researchers, regular' },
      { code: 'committee_member', zh: '委员业务培训', en: 'Committee members' },
      { code: 'manager', zh: '管理人员培训', en: 'Managers' },
      { code: 'student', zh: '研究生/学生培训', en: 'Students' }
    ]
  },
  CL42: {
    id: 'CL42',
    name: 'topic',
    zh: '内容主题',
    en: 'Topic',
    items: [
      { code: 'regulation_interpretation', zh: '制度规范解读', en: 'Regulations' },
      { code: 'human_subject', zh: '涉及人的研究', en: 'Human research' },
      { code: 'animal_welfare', zh: '实验动物福利', en: 'Animal welfare' },
      { code: 'ai_ethics', zh: '人工智能伦理', en: 'AI ethics' },
      { code: 'data_privacy', zh: '数据与隐私', en: 'Data & privacy' },
      { code: 'integrity', zh: '科研诚信', en: 'Integrity' },
      { code: 'emergency', zh: '应急审查', en: 'Emergency review' },
      { code: 'other_topic', zh: '其他', en: 'Other' }
    ]
  },
  CL43: {
    id: 'CL43',
    name: 'course_kind',
    zh: '课程性质',
    en: 'Nature of the course',
    items: [
      { code: 'compulsory', zh: '必修', en: 'Compulsory' },
      { code: 'elective', zh: '选修', en: 'Elective' }
    ]
  },
  CL44: {
    id: 'CL44',
    name: 'course_level',
    zh: '培养层次',
    en: 'Level of the course',
    items: [
      { code: 'vocational', zh: '专科（高职）', en: 'Vocational' },
      { code: 'undergraduate', zh: '本科', en: 'Undergraduate' },
      { code: 'master', zh: '硕士', en: 'Master' },
      { code: 'doctoral', zh: '博士', en: 'Doctoral' }
    ]
  }
} as const satisfies Record<string, CodeList>;
