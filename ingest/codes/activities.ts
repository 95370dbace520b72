/** What research does: sensitive fields, categories, the regime that applies, the listed activities. */
import type { CodeList } from './code-list.ts';

export const activities = {
  CL05: {
    id: 'CL05',
    name: 'sensitive_field',
    zh: '敏感领域',
    en: 'Sensitive field',
    note: {
      zh: '前三项为法定列举，“等”外由 other_sensitive 承接',
      en: 'The first three are named by law; other_sensitive takes what its “etc.” covers'
    },
    items: [
      { code: 'life_science', zh: '生命科学', en: 'Life science' },
      { code: 'medicine', zh: '医学', en: 'Medicine' },
      { code: 'artificial_intelligence', zh: '人工智能', en: 'Artificial intelligence' },
      { code: 'other_sensitive', zh: '其他敏感领域', en: 'Other sensitive field' },
      { code: 'none', zh: '不涉及', en: 'None' }
    ]
  },
  CL06: {
    id: 'CL06',
    name: 'activity_scope',
    zh: '科技活动类别（办法第二条）',
    en: 'Category of S&T activity',
    note: {
      zh: 'data_algorithm 来自办法第十五条审查要点，其余来自第二条',
      en: 'data_algorithm comes from the review points of Art. 15 of the Measures, the others from Art. 2'
    },
    items: [
      { code: 'human_participants', zh: '以人为研究参与者（测试、调查、观察等）', en: 'Human participants' },
      { code: 'human_biospecimen', zh: '利用人类生物样本', en: 'Human biospecimens' },
      { code: 'personal_data', zh: '利用个人信息数据', en: 'Personal information data' },
      { code: 'laboratory_animal', zh: '涉及实验动物', en: 'Laboratory animals' },
      { code: 'data_algorithm', zh: '涉及数据和算法', en: 'Data & algorithms' },
      { code: 'life_health_risk', zh: '可能带来生命健康伦理风险', en: 'Life & health risk' },
      { code: 'eco_env_risk', zh: '可能带来生态环境伦理风险', en: 'Ecological risk' },
      { code: 'public_order_risk', zh: '可能带来公共秩序伦理风险', en: 'Public-order risk' },
      { code: 'sustainability_risk', zh: '可能带来可持续发展伦理风险', en: 'Sustainability risk' },
      { code: 'other_by_law', zh: '法律法规规定需审查的其他活动', en: 'Other by law' }
    ]
  },
  CL07: {
    id: 'CL07',
    name: 'regime',
    zh: '适用制度',
    en: 'Applicable regime',
    note: {
      zh: '表决、时限、法定人数按此分支',
      en: 'Voting, time limits and quorum branch by it'
    },
    items: [
      { code: 'most_2023', zh: '科技伦理审查办法（试行）', en: 'MOST 2023 Measures' },
      { code: 'nhc_2023', zh: '涉及人的生命科学和医学研究伦理审查办法', en: 'NHC 2023 Measures' },
      { code: 'ai_2026', zh: '人工智能科技伦理审查与服务办法（试行）', en: 'AI Measures 2026' },
      { code: 'gcp', zh: '药物/医疗器械临床试验质量管理规范', en: 'GCP' },
      { code: 'animal_gbt35892', zh: 'GB/T 35892-2018 实验动物福利伦理审查', en: 'Lab animal GB/T 35892' },
      {
        code: 'biomed_2026',
        zh: '生物医学新技术临床研究和临床转化应用管理条例',
        en: 'State Council Order 818'
      },
      { code: 'local_rule', zh: '省、市或单位细则', en: 'Local / institutional rule' }
    ]
  },
  CL14: {
    id: 'CL14',
    name: 'list_item',
    zh: '需专家复核的清单事项（办法附件）',
    en: 'Listed activity (needs expert re-review)',
    note: {
      zh: '清单由科技部动态调整；第5、6、7项同时为 ai_2026 附件清单',
      en: 'The list is adjusted by MOST; items 5, 6 and 7 are also the annex of ai_2026'
    },
    items: [
      { code: 'none', zh: '不属于清单', en: 'Not listed' },
      {
        code: 'list_1_new_species',
        zh: '对人类生命健康、价值理念、生态环境等具有重大影响的新物种合成研究',
        en: 'Synthesis of new species with major impact'
      },
      {
        code: 'list_2_chimera',
        zh: '将人干细胞导入动物胚胎或胎儿并进一步在动物子宫中孕育成个体的相关研究',
        en: 'Human stem cells into animal embryos/fetuses gestated to individuals'
      },
      {
        code: 'list_3_germline',
        zh: '改变人类生殖细胞、受精卵和着床前胚胎细胞核遗传物质或遗传规律的基础研究',
        en: 'Basic research altering germline / zygote / pre-implantation embryo nuclear genetics'
      },
      {
        code: 'list_4_bci',
        zh: '侵入式脑机接口用于神经、精神类疾病治疗的临床研究',
        en: 'Invasive BCI clinical research'
      },
      {
        code: 'list_5_human_machine',
        zh: '对人类主观行为、心理情绪和生命健康等具有较强影响的人机融合系统的研发',
        en: 'Human–machine fusion systems'
      },
      {
        code: 'list_6_algorithm',
        zh: '具有舆论社会动员能力和社会意识引导能力的算法模型、应用程序及系统的研发',
        en: 'Public-opinion mobilising algorithms'
      },
      {
        code: 'list_7_autonomous',
        zh: '面向存在安全、人身健康风险等场景的具有高度自主能力的自动化决策系统的研发',
        en: 'Highly autonomous decision systems in safety/health scenarios'
      }
    ]
  }
} as const satisfies Record<string, CodeList>;
