import { headerOfRecords, type RecordField, type RecordSyntax } from '../../core/scan/records/record-format.ts';
import type { FormatCandidate } from './format-candidate.ts';
import type { Leaf } from './leaves.ts';
import { columnsOf } from './record-columns.ts';
import { contentOf } from './record-contents.ts';
import { levelOf } from './record-levels.ts';
import { timeOf } from './record-times.ts';

/** Finds by name and value what the fields of records mean. @param records how many were sampled */
export function formatOf(
  name: string,
  syntax: RecordSyntax,
  leaves: readonly Leaf[],
  records: number,
  share: number,
): FormatCandidate {
  const time = timeOf(leaves, records);
  const level = levelOf(leaves, records);
  const content = contentOf(leaves, records);
  const ofContent = new Set(content.map(({ path }) => JSON.stringify(path)));
  const taken = new Set<Leaf>([
    ...(time?.leaves ?? []),
    ...(level === undefined ? [] : [level.leaf]),
    ...leaves.filter(({ path }) => ofContent.has(JSON.stringify(path))),
  ]);
  const fields: RecordField[] = [
    ...(time?.leaves ?? []).map((leaf) => ({ role: 'time', name: 'time', path: leaf.path, as: 'text' }) as const),
    ...(level === undefined ? [] : [{ role: 'level', name: 'level', path: level.leaf.path, as: level.as } as const]),
    ...columnsOf(leaves, records, taken).map(
      (leaf) => ({ role: 'column', name: leaf.name, path: leaf.path, as: 'text' }) as const,
    ),
    ...content,
  ];
  const format = { syntax, fields };
  return { name, header: headerOfRecords(format, time?.format ?? ''), records: format, share };
}
