import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const notApproved: Texts = {
  cn_approved_date: null,
  foreign_approved_date: null,
  foreign_evidence_archived: null,
  project_approved_date: null
};

export const r14: RowsOf = {
  violating: {
    'R14.countries_coded': [
      { partner_countries: '德国' },
      { partner_countries: 'DE;法国' },
      { partner_countries: 'DEU' },
      { partner_countries: 'de' }
    ],
    'R14.cn_review_id_given': [{ cn_review_id: null }],
    'R14.cn_approved_date_given': [{ cn_approved_date: null }],
    'R14.foreign_approved_date_given': [{ foreign_approved_date: null }],
    'R14.approved_after_own_review': [{ cn_approved_date: '2026-05-09' }],
    'R14.approved_after_partners_review': [{ foreign_approved_date: '2026-05-09' }],
    'R14.evidence_archived': [{ foreign_evidence_archived: 'N' }, { foreign_evidence_archived: null }],
    'R14.hgr_approval_no_given': [{ involves_hgr: 'Y' }],
    'R14.data_export_elsewhere': [{ involves_data_export: 'Y' }]
  },
  holding: [
    notApproved,
    { ...notApproved, in_review_scope: 'N', cn_review_id: null, project_approved_date: '2026-05-08' },
    { partner_countries: 'DE;FR', partner_count: '3' },
    { partner_countries: 'GB;中国香港' },
    { cn_approved_date: '2026-05-08', foreign_approved_date: '2026-05-08' },
    {
      in_review_scope: 'N',
      cn_review_id: null,
      cn_approved_date: '2026-06-01',
      foreign_evidence_archived: null
    },
    { involves_hgr: 'Y', hgr_approval_no: '示例备案号' }
  ]
};
