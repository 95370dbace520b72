/** The command line of `npm run token`. It works beside the running service: the control store lets others write. */
import { join } from 'node:path';
import { readCity } from '#warehouse/city.ts';
import { ControlStore } from '#warehouse/control/store.ts';
import { departmentsOf } from './authority-named.ts';
import { realEffects } from './effects.ts';
import { readSettings } from './settings.ts';
import { tokenCommand } from './token-command.ts';

try {
  const settings = readSettings();
  const control = new ControlStore(join(settings.data, 'control.sqlite'));
  const departments = departmentsOf(readCity(settings.city));
  process.stdout.write(
    tokenCommand(process.argv.slice(2), { control, departments, now: realEffects().now() })
  );
  control.close();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
