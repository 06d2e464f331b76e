import type { Outcome } from '../core/report/problem.ts';
import type { Signature } from '../core/scan/scanned-log.ts';
import { type MinedCells, minedCells } from '../ingest/records/mined-cells.ts';
import type { OpenedLog } from './opened-log.ts';
import { readTexts } from './parameters.ts';

/** Kinds of lines that are read back, those with most lines first. */
const MOST_READ = 20_000;
/** Read back at once. */
const CHUNK = 1000;

const NO_CELLS: MinedCells = { eventId: '', eventTemplate: '' };

export interface SampledContent {
  readonly kind: Signature;
  readonly content: string;
  readonly mined: MinedCells;
}

/** A content for each kind of line, read back from the file. @param wanted all kinds where it is left out */
export async function sampledContents(
  log: OpenedLog,
  wanted: (kind: Signature) => boolean = () => true,
): Promise<Outcome<readonly SampledContent[]>> {
  const kinds = [...log.scanned.signatures]
    .filter(wanted)
    .sort((a, b) => b.count - a.count || a.firstLine - b.firstLine)
    .slice(0, MOST_READ);
  const samples: SampledContent[] = [];
  for (let from = 0; from < kinds.length; from += CHUNK) {
    const chunk = kinds.slice(from, from + CHUNK);
    const lines = chunk.map(({ firstLine }) => firstLine);
    const texts = await readTexts(log, lines);
    if (!texts.ok) return texts;
    const contents = log.withoutHeaders(lines, texts.value);
    const cells = log.eachByFormat(lines, texts.value, minedCells);
    chunk.forEach((kind, index) => {
      samples.push({ kind, content: contents[index] ?? '', mined: cells[index] ?? NO_CELLS });
    });
  }
  return { ok: true, value: samples };
}
