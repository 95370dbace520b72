/** The baseline, in a process of its own: DuckDB's own read_csv of the file into a table of text. Arguments: file, database. */
import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { peakMemory } from './peak-memory.ts';

const [file = '', database = ''] = process.argv.slice(2);
rmSync(database, { force: true });
const instance = await DuckDBInstance.create(database, { threads: '2', memory_limit: '1000MB' });
const connection = await instance.connect();
const started = performance.now();
await connection.run(`create table t as select * from read_csv('${file}', all_varchar = true)`);
const load_s = (performance.now() - started) / 1000;
connection.closeSync();
instance.closeSync();
rmSync(database, { force: true });
console.log(JSON.stringify({ load_s, peak_mb: peakMemory() }));
