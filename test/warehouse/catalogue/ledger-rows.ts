/** Rows of the ledgers as a person writes them, of which a test says only what matters to it. */
import { committeeOf, type Texts } from '../filled-in.ts';

/** A project of no consequence: not fiscal, not in scope, of low risk, undated. */
export const project = (institution_uscc: string, project_id: string, more: Texts): Texts => ({
  project_id,
  institution_uscc,
  project_level: 'institution',
  funding_kind: 'self_funded',
  managing_dept: null,
  approved_project_date: null,
  start_date: null,
  end_date: null,
  risk_assessed: 'Y',
  risk_assessed_date: '2024-01-02',
  in_review_scope: 'N',
  activity_scope: null,
  list_item: 'none',
  risk_level: 'low',
  approval_review_id: null,
  commitment_signed_date: null,
  pi_commitment_signed: 'N',
  ...more
});

/** A review that a meeting of seven approved, with all their votes. */
export const review = (institution_uscc: string, review_id: string, more: Texts): Texts => ({
  review_id,
  committee_id: committeeOf(institution_uscc),
  project_id: `P-of-${review_id}`,
  attending_count: '7',
  attending_categories: 'sci_tech_peer;ethics;law',
  attending_both_genders: 'Y',
  attending_has_external: 'Y',
  recused_count: '0',
  consent_votes: '7',
  ...more
});

/** A follow-up that is not done and in which nothing changed. */
export const followup = (review_id: string, followup_id: string, more: Texts): Texts => ({
  followup_id,
  review_id,
  completed_at: null,
  protocol_changed: more.change_date ? 'Y' : null,
  risk_changed: more.change_date ? 'N' : null,
  followup_decision: more.completed_at ? 'continue' : null,
  ...more
});

/** A listed activity to which the experts agreed. */
export const listActivity = (project_id: string, list_activity_id: string, more: Texts): Texts => ({
  list_activity_id,
  project_id,
  preliminary_review_id: `R-of-${list_activity_id}`,
  rereview_applied_date: '2025-10-09',
  rereview_feedback_date: '2025-11-03',
  final_decision: null,
  final_decision_date: null,
  activity_start_date: null,
  platform_registered_date: null,
  activity_status: 'planned',
  ...more
});

/** A lead of which nothing has been decided. */
export const lead = (institution_uscc: string, case_id: string, more: Texts): Texts => ({
  case_id,
  institution_uscc,
  accept_decision: null,
  accept_decision_date: null,
  investigation_due_date: null,
  case_status: 'received',
  ...more
});
