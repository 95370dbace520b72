import type { Texts } from '../typed-table.ts';
import type { RowsOf } from '../violating.ts';

const recognition: Texts = {
  delegation_kind: 'mutual_recognition',
  project_id: 'P2026-031',
  review_id: '0000019C-C01-2026-0012',
  recognition_result: 'recognised',
  recognition_date: '2026-06-01'
};

export const r07: RowsOf = {
  violating: {
    'R07.one_trustee': [{ external_committee_name: '外地示例医院伦理委员会（虚构）' }],
    'R07.trustee_named': [{ committee_id: null }],
    'R07.in_writing': [
      { has_written_agreement: 'N' },
      { has_written_agreement: 'N', delegation_kind: 'service_center' }
    ],
    'R07.trustee_verified': [{ trustee_qualified: 'N' }],
    'R07.ends_after_begin': [{ valid_to: '2026-01-01' }],
    'R07.project_id_given': [{ ...recognition, project_id: null }],
    'R07.review_id_given': [{ ...recognition, review_id: null }],
    'R07.recognition_result_given': [{ ...recognition, recognition_result: null }],
    'R07.recognition_date_given': [{ ...recognition, recognition_date: null }]
  },
  holding: [
    recognition,
    { ...recognition, has_written_agreement: 'N' },
    { committee_id: null, external_committee_name: '外地示例医院伦理委员会（虚构）' },
    { valid_to: '2026-01-02' }
  ]
};
