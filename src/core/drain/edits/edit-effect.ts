import type { FittedMiner } from './template-draft.ts';
import { idOf, type TemplateId } from './template-edit.ts';

/** What edits change. */
export interface EditEffect {
  /** Lines that get another template. */
  readonly lines: number;
  readonly templatesBefore: number;
  readonly templatesAfter: number;
  /** Lines whose template is ignored. */
  readonly ignoredBefore: number;
  readonly ignoredAfter: number;
  /** Templates that there were not before, those with the most lines first. */
  readonly made: readonly { readonly id: TemplateId; readonly lines: number }[];
}

/** As a log's lines have their keys. */
interface KeyedLines extends Pick<FittedMiner, 'miner'> {
  /** Shape [lines]; -1 for a line without a template. */
  readonly keyOfLine: Int32Array;
  /** Their lines are events of no session. */
  readonly ignored: ReadonlySet<number>;
}

/** Compares the templates of all lines, as one miner gives them and as another one does. */
export function editEffect(before: KeyedLines, after: KeyedLines): EditEffect {
  const idsBefore = before.miner.templates.map(idOf);
  const idsAfter = after.miner.templates.map(idOf);
  const linesOf = new Float64Array(idsAfter.length);
  let lines = 0;
  let ignoredBefore = 0;
  let ignoredAfter = 0;
  for (const [line, key] of after.keyOfLine.entries()) {
    if (key < 0) continue;
    linesOf[key] = (linesOf[key] as number) + 1;
    const keyBefore = before.keyOfLine[line] as number;
    if (idsAfter[key] !== idsBefore[keyBefore]) lines++;
    if (before.ignored.has(keyBefore)) ignoredBefore++;
    if (after.ignored.has(key)) ignoredAfter++;
  }
  const old = new Set(idsBefore);
  const made = idsAfter.flatMap((id, key) => (old.has(id) ? [] : [{ id, lines: linesOf[key] as number }]));
  return {
    lines,
    templatesBefore: idsBefore.length,
    templatesAfter: idsAfter.length,
    ignoredBefore,
    ignoredAfter,
    made: made.sort((a, b) => b.lines - a.lines),
  };
}
