import { expect, test } from 'vitest';
import { Engine } from '#warehouse/engine.ts';

test('a question that is asked again is answered from what is there now', async () => {
  const engine = await Engine.open({ file: ':memory:', memory_limit: '1GB', threads: 2 });
  await engine.write((tx) => tx.run('create table version as select i, 1000 as until from range(3) t(i)'));
  const holding = () => engine.all('select count(*) as n from version where until > 100');
  const above = (least: number) => engine.all('select i from version where until > $least', { least });
  expect(await holding()).toEqual([{ n: 3 }]);
  expect(await above(100)).toHaveLength(3);
  await engine.write((tx) => tx.run('update version set until = 2 where i < 2'));
  expect(await holding()).toEqual([{ n: 1 }]);
  expect(await above(100)).toHaveLength(1);
  expect(await above(1)).toHaveLength(3);
  engine.close();
});
