import { withInnerHeader } from '../../core/scan/inner-header.ts';
import { namesLabels } from '../../core/scan/label-column.ts';
import { headerOfRecords, type RecordField, type RecordSyntax } from '../../core/scan/records/record-format.ts';
import type { ColumnChoice, FormatCandidate } from './format-candidate.ts';
import type { Leaf } from './leaves.ts';
import { columnsOf } from './record-columns.ts';
import { contentOf } from './record-contents.ts';
import { levelOf } from './record-levels.ts';
import { timeOf } from './record-times.ts';
import { sessionOf } from './table-fields.ts';

interface SampledRecords {
  /** Of all records. */
  readonly leaves: readonly Leaf[];
  /** How many were sampled. */
  readonly records: number;
  /** Part of the sample that they are, in [0, 1]. */
  readonly share: number;
}

/** Finds by name and value what the fields of records mean. @param chosen fields that are named overrule that */
export function formatOf(
  name: string,
  syntax: RecordSyntax,
  { leaves, records, share }: SampledRecords,
  chosen: ColumnChoice = {},
): FormatCandidate {
  const { message, session, labels, others } = chosenLeaves(leaves, chosen);
  const time = timeOf(others, records, chosen.time);
  const level = levelOf(others, records, chosen.level);
  const content = contentOf(others, records, message);
  const ofContent = new Set(content.map(({ path }) => JSON.stringify(path)));
  const taken = new Set<Leaf>([
    ...(time?.leaves ?? []),
    ...(level === undefined ? [] : [level.leaf]),
    ...leaves.filter(({ path }) => ofContent.has(JSON.stringify(path))),
  ]);
  const said = content[0]?.as === 'text' ? leaves.find(({ path }) => path === content[0]?.path) : undefined;
  const own = [session, labels].filter((leaf) => leaf !== undefined);
  const columns = [...own, ...columnsOf(others, records, taken)];
  const fields: RecordField[] = [
    ...(time?.leaves ?? []).map((leaf) => ({ role: 'time', name: 'time', path: leaf.path, as: 'text' }) as const),
    ...(level === undefined ? [] : [{ role: 'level', name: 'level', path: level.leaf.path, as: level.as } as const]),
    ...columns.map((leaf) => ({ role: 'column', name: leaf.name, path: leaf.path, as: 'text' }) as const),
    ...content,
  ];
  const format = { syntax, fields };
  const header = headerOfRecords(format, time?.format ?? '');
  return {
    name,
    header: said === undefined ? header : withInnerHeader(header, said.values.map(firstLine)),
    records: format,
    share,
    columnNames: [...new Set(leaves.map((leaf) => leaf.name))],
    session: sessionOf(fields, chosen),
  };
}

/** What is mined of a message. */
function firstLine(text: string): string {
  return text.replace(/^[\r\n]+/, '').split('\n', 1)[0] ?? '';
}

/** The fields that a person chose as message and session, and those that are left for the rest. */
function chosenLeaves(leaves: readonly Leaf[], chosen: ColumnChoice) {
  const named = (name: string | undefined) => leaves.find((leaf) => leaf.name === name);
  const message = named(chosen.message);
  const session = chosen.session === chosen.message ? undefined : named(chosen.session);
  const labels = leaves.find((leaf) => leaf !== message && leaf !== session && isLabel(leaf));
  return { message, session, labels, others: leaves.filter((leaf) => ![message, session, labels].includes(leaf)) };
}

/** Whether it says of each record if it is an anomaly: that is for no detector to see. */
function isLabel({ name, values }: Leaf): boolean {
  return namesLabels(name) && values.length > 0 && values.every((value) => value === '-' || LABEL.test(value));
}

const LABEL = /^(?:normal|benign|anomaly|anomalous|abnormal|true|false|yes|no|0|1)$/i;
