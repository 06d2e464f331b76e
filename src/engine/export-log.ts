import { drain3Snapshot, drain3State } from '../bundle/drain3-snapshot.ts';
import { seedTemplatesYaml } from '../bundle/seed-templates.ts';
import type { WordTemplate } from '../core/drain/word-templates.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { LogExport } from './data.api.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { structuredCsv } from './structured-csv.ts';
import { readWordTemplates } from './word-templates.ts';

/** What is made of a log's lines, read back from its files. */
export async function exportLog(what: LogExport, log: OpenedLog, grouped: GroupedLog): Promise<Outcome<Blob>> {
  if (what === 'structured-csv') return blobOf(structuredCsv(log, grouped));
  const templates = await readWordTemplates(log, grouped);
  return templates.ok ? { ok: true, value: new Blob([TEXTS[what](templates.value)]) } : templates;
}

const TEXTS: Readonly<Record<Exclude<LogExport, 'structured-csv'>, (templates: readonly WordTemplate[]) => string>> = {
  'drain3-state': drain3State,
  'drain3-json': drain3Snapshot,
  'seed-templates': seedTemplatesYaml,
};

/** The platform keeps large ones on disk. */
async function blobOf(pieces: AsyncIterable<Outcome<string>>): Promise<Outcome<Blob>> {
  const parts: Blob[] = [];
  for await (const piece of pieces) {
    if (!piece.ok) return piece;
    parts.push(new Blob([piece.value]));
  }
  return { ok: true, value: new Blob(parts) };
}
