/** The delivery ledger as it is shown: newest first. */
import type { DeliveryRow } from '#warehouse/answers.ts';
import type { ControlStore } from '#warehouse/control/store.ts';

const columns =
  'id, person, mail, kind, day, state, attempts, next_attempt_at, last_error, message_id, subject, sent_at';

/** `page` counts from 1. */
export function deliveries(
  control: ControlStore,
  { page = 1, page_size = 50 }: { page?: number; page_size?: number } = {}
): { rows: DeliveryRow[]; total: number } {
  const rows = control.all<DeliveryRow>(
    `select ${columns} from delivery order by day desc, id desc limit $limit offset $offset`,
    { limit: page_size, offset: (page - 1) * page_size }
  );
  return { rows, total: control.one<{ n: number }>('select count(*) as n from delivery')?.n ?? 0 };
}

/** One mail with its text, as it was or will be sent. */
export const delivery = (control: ControlStore, id: number) =>
  control.one<DeliveryRow & { html: string; text: string }>(
    `select ${columns}, html, text from delivery where id = $id`,
    { id }
  );
