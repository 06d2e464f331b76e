import { formatOf } from './choose-fields.ts';
import type { ColumnChoice, DetectFormat, FormatCandidate } from './format-candidate.ts';
import { type JsonSample, jsonOfHead, jsonOfLines, recordsIn } from './json-values.ts';
import { type Leaf, leavesOf } from './leaves.ts';

/** Programs and standards, by fields that all of their records have. */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['CloudTrail', ['eventSource', 'eventName', 'awsRegion']],
  ['OpenTelemetry', ['timeUnixNano', 'body']],
  ['journald', ['__REALTIME_TIMESTAMP']],
  ['Docker', ['log', 'stream', 'time']],
  ['Kubernetes audit', ['auditID', 'verb']],
  ['Windows events', ['EventID', 'Channel']],
  ['ECS', ['@timestamp', 'ecs.version']],
  ['CloudNativePG', ['logging_pod', 'record.log_time']],
  ['MongoDB', ['t', 'ctx', 'attr']],
  ['MongoDB', ['t', 's', 'c', 'ctx']],
  ['GELF', ['version', 'host', 'short_message']],
  ['Serilog', ['@t', '@mt']],
  ['Serilog', ['@t', '@m']],
  ['Google Cloud', ['insertId', 'logName']],
  ['bunyan', ['v', 'hostname', 'name', 'msg']],
  ['pino', ['hostname', 'pid', 'level', 'time']],
  ['Caddy', ['logger', 'request.method', 'request.uri']],
];
/** Part of the records that have the fields of their kind. */
const KIND_SHARE = 0.5;
/** Fewer lines or documents that are JSON do not make a log of them. */
const LEAST_SHARE = 0.5;

/** JSON objects on lines, or in documents. */
export const detectJson: DetectFormat = ({ lines, head, isWhole, columns }) => {
  const ofLines = jsonOfLines(lines);
  if (shareOf(ofLines) >= LEAST_SHARE && ofLines.values.length > 1)
    return candidate(ofLines, 'json-lines', 'JSON Lines', columns);
  const ofHead = jsonOfHead(head, isWhole);
  return shareOf(ofHead) >= LEAST_SHARE ? candidate(ofHead, 'json-document', 'JSON', columns) : undefined;
};

function candidate(
  sample: JsonSample,
  kind: 'json-lines' | 'json-document',
  name: string,
  columns: ColumnChoice | undefined,
): FormatCandidate | undefined {
  const { path, records } = recordsIn(sample.values);
  if (records.length === 0) return undefined;
  const leaves = leavesOf(records);
  const of = kindOf(leaves, records.length);
  const full = of === undefined ? name : `${name} (${of})`;
  const share = shareOf(sample);
  const format = formatOf(full, { kind, path }, { leaves, records: records.length, share }, columns);
  // One object without a time is some other file.
  return records.length > 1 || format.header.timeColumn >= 0 ? format : undefined;
}

function shareOf({ values, others }: JsonSample): number {
  return values.length === 0 ? 0 : values.length / (values.length + others);
}

function kindOf(leaves: readonly Leaf[], records: number): string | undefined {
  const names = leaves.filter(({ values }) => values.length >= KIND_SHARE * records).map(({ name }) => name);
  return KINDS.find(([, keys]) =>
    keys.every((key) => names.some((known) => known === key || known.startsWith(`${key}.`))),
  )?.[0];
}
