/** What a template is made from besides the reports: the city's words. */
import type { CityCodes } from '#warehouse/typed.ts';

/** The head that a statistical form must carry, or respondents may refuse it (统计法): whose form it is, and by which approval. */
export interface FormHead {
  /** Before the report's number: 沈科伦 gives 沈科伦R04表. */
  prefix: string;
  /** 制定机关 */
  issued_by: string;
  /** 批准/备案文号; empty until there is one. */
  approval: string;
  /** 有效期至, YYYY-MM-DD; empty until there is one. */
  valid_to: string;
}

export interface TemplateCity {
  codes: CityCodes;
  form: FormHead;
}

/** What is filled in before the form is handed out. */
export interface Prefill {
  institution_name?: string;
  institution_uscc?: string;
  /** YYYY-MM, YYYY-Qn, YYYY … */
  report_period?: string;
}

export const formNumber = (form: FormHead, report: string): string => `${form.prefix}${report}表`;
