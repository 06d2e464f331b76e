import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ParsedLine } from './parsing-accuracy.ts';

/** One system of the loghub 2k collection: a raw log, and what each of its lines should be parsed to. */
export interface LoghubSystem {
  readonly name: string;
  readonly logFile: string;
  readonly truthFile: string;
}

const LOG_NAME = /^(.+)_2k\.log$/;

/** Every `X_2k.log` one folder below `directory` that has an `X_2k.log_structured.csv` beside it, by name. */
export function findSystems(directory: string): LoghubSystem[] {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const systems = folders.flatMap(({ name: folder }) =>
    readdirSync(join(directory, folder)).flatMap((file) => {
      const name = LOG_NAME.exec(file)?.[1];
      const logFile = join(directory, folder, file);
      const truthFile = `${logFile}_structured.csv`;
      return name && existsSync(truthFile) ? [{ name, logFile, truthFile }] : [];
    }),
  );
  return systems.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @returns a sentence where the file is not a structured CSV */
export function readTruth(file: string): readonly ParsedLine[] | string {
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  for (const column of ['EventId', 'EventTemplate']) {
    if (!meta.fields?.includes(column)) return `${file} has no column ${column}.`;
  }
  return data.map(({ EventId = '', EventTemplate = '' }) => ({ group: EventId, template: EventTemplate }));
}
