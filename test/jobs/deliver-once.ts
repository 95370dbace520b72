/** A process that delivers what is queued and that a test kills: control store, mail server. */
import { deliverQueued } from '#jobs/deliver-mail.ts';
import { realEffects } from '#jobs/effects.ts';
import { ControlStore } from '#warehouse/control/store.ts';

const [file = '', smtp_url = ''] = process.argv.slice(2);
await deliverQueued({
  control: new ControlStore(file),
  settings: { smtp_url, mail_from: '善鉴 <shanjian@city.example>' },
  outboxFolder: '/nowhere',
  effects: realEffects('error')
});
