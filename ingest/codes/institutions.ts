/** Who is registered: kinds, affiliation, departments, districts, internal rules. */
import type { CodeList } from './code-list.ts';

export const institutions = {
  CL01: {
    id: 'CL01',
    name: 'institution_kind',
    zh: '单位类型',
    en: 'Kind of institution',
    note: {
      zh: '前四类为市措施和办法第四条列举的创新主体；sci_tech_society 只进入措施3、6、12的指标',
      en: 'The first four are the bodies that the city measures and Art. 4 of the Measures name; sci_tech_society enters the indicators of measures 3, 6 and 12 only'
    },
    items: [
      { code: 'university', zh: '高等学校', en: 'University / college' },
      { code: 'research_institute', zh: '科研机构', en: 'Research institute' },
      { code: 'medical_institution', zh: '医疗卫生机构', en: 'Medical & health institution' },
      { code: 'enterprise', zh: '企业', en: 'Enterprise' },
      { code: 'sci_tech_society', zh: '科技类社会团体', en: 'S&T society / association' },
      { code: 'other', zh: '其他单位', en: 'Other' }
    ]
  },
  CL02: {
    id: 'CL02',
    name: 'affiliation_level',
    zh: '隶属层级',
    en: 'Level of affiliation',
    note: {
      zh: '“市属”仅指 municipal，默认不并入 district',
      en: '“Municipal” means municipal alone; district bodies are not counted in by default'
    },
    items: [
      { code: 'central', zh: '中央所属（驻沈）', en: 'Central, located in Shenyang' },
      { code: 'provincial', zh: '省属', en: 'Provincial' },
      { code: 'municipal', zh: '市属', en: 'Municipal' },
      { code: 'district', zh: '区县（市）属', en: 'District / county' },
      { code: 'none', zh: '无主管（民营、外资等）', en: 'No superior body' }
    ]
  },
  CL03: {
    id: 'CL03',
    name: 'dept',
    zh: '部门',
    en: 'Department',
    note: {
      zh: '前七个为市措施措施1列名单位，市科技局牵头',
      en: 'The first seven are named in measure 1 of the city measures; the S&T bureau leads'
    },
    items: [
      { code: 'scitech_bureau', zh: '市科技局', en: 'Municipal S&T Bureau' },
      { code: 'propaganda_dept', zh: '市委宣传部', en: 'Publicity Dept., Municipal Party Committee' },
      { code: 'education_bureau', zh: '市教育局', en: 'Municipal Education Bureau' },
      { code: 'industry_it_bureau', zh: '市工业和信息化局', en: 'Municipal Bureau of Industry & IT' },
      {
        code: 'agri_rural_bureau',
        zh: '市农业农村局',
        en: 'Municipal Bureau of Agriculture & Rural Affairs'
      },
      { code: 'health_commission', zh: '市卫生健康委', en: 'Municipal Health Commission' },
      { code: 'sci_tech_association', zh: '市科协', en: 'Municipal Association for S&T' },
      { code: 'other_dept', zh: '其他部门', en: 'Other department' }
    ]
  },
  CL04: {
    id: 'CL04',
    name: 'sector',
    zh: '行业领域',
    en: 'Sector',
    note: {
      zh: '默认主管部门：education→education_bureau；health→health_commission；industry_it→industry_it_bureau；agriculture→agri_rural_bureau；science_research、other_sector→scitech_bureau',
      en: 'Default supervising department: education→education_bureau; health→health_commission; industry_it→industry_it_bureau; agriculture→agri_rural_bureau; science_research, other_sector→scitech_bureau'
    },
    items: [
      { code: 'education', zh: '教育', en: 'Education' },
      { code: 'health', zh: '卫生健康', en: 'Health' },
      { code: 'industry_it', zh: '工业和信息化', en: 'Industry & IT' },
      { code: 'agriculture', zh: '农业农村', en: 'Agriculture' },
      { code: 'science_research', zh: '科学研究', en: 'Scientific research' },
      { code: 'other_sector', zh: '其他', en: 'Other' }
    ]
  },
  CL20: {
    id: 'CL20',
    name: 'district_code',
    zh: '区县（GB/T 2260）',
    en: 'District (GB/T 2260)',
    from_city: true,
    note: {
      zh: '以所在城市的配置为准，六位码',
      en: 'The city’s own configuration holds the items, codes of six digits'
    },
    items: []
  },
  CL21: {
    id: 'CL21',
    name: 'internal_rules',
    zh: '单位内部制度',
    en: 'Internal rules of the institution',
    items: [
      { code: 'charter', zh: '章程/委员会规程', en: 'Charter' },
      { code: 'risk_assessment', zh: '科技伦理风险评估办法', en: 'Risk assessment rule' },
      { code: 'review_sop', zh: '审查工作规程', en: 'Review SOP' },
      { code: 'coi', zh: '利益冲突管理', en: 'COI management' },
      { code: 'confidentiality', zh: '保密管理', en: 'Confidentiality' },
      { code: 'archive', zh: '档案管理', en: 'Archiving' },
      { code: 'complaint', zh: '投诉举报受理', en: 'Complaints' },
      { code: 'investigation', zh: '违规行为调查处理规定', en: 'Violation investigation rule' },
      { code: 'training', zh: '教育培训制度', en: 'Training rule' },
      { code: 'monitoring', zh: '风险监测预警与应急处置', en: 'Monitoring & response' },
      { code: 'commitment', zh: '承诺制度', en: 'Commitment rule' },
      { code: 'release_check', zh: '敏感成果发布审核', en: 'Pre-release check rule' }
    ]
  },
  CL22: {
    id: 'CL22',
    name: 'record_status',
    zh: '有效状态',
    en: 'Status of a record',
    items: [
      { code: 'active', zh: '有效', en: 'Active' },
      { code: 'suspended', zh: '暂停', en: 'Suspended' },
      { code: 'dissolved', zh: '注销/撤销', en: 'Dissolved' },
      { code: 'expired', zh: '到期', en: 'Expired' }
    ]
  }
} as const satisfies Record<string, CodeList>;
