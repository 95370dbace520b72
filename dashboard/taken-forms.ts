/** Endings of the files that are taken, for file pickers; what a file is, its content says. */
export const takenForms = '.xlsx,.xlsm,.xls,.et,.ods,.fods,.xlsb,.csv,.tsv,.txt,.json,.jsonl,.ndjson,.zip';
