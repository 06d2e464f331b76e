import type { GenerateOptions } from './generate.ts';
import { generateLog } from './generate.ts';
import { hdfs } from './kinds/hdfs.ts';
import { openstack } from './kinds/openstack.ts';
import { web } from './kinds/web.ts';
import { LABEL_HEADER, labelRow } from './label-row.ts';
import type { LogKind } from './log-kind.ts';

/** A log that ships with the page, as `public/samples/NAME.log.gz` and `NAME.labels.csv`. */
export interface PublishedSample {
  readonly kind: LogKind;
  readonly options: GenerateOptions;
}

export const PUBLISHED_SAMPLES: readonly PublishedSample[] = [
  { kind: hdfs, options: { lines: 30_000, anomalies: 0.02, seed: 1 } },
  { kind: openstack, options: { lines: 18_000, anomalies: 0.04, seed: 1 } },
  { kind: web, options: { lines: 25_000, anomalies: 0.02, seed: 1 } },
];

/** The whole text of both files. */
export function sampleTexts({ kind, options }: PublishedSample): { readonly log: string; readonly labels: string } {
  const log: string[] = [];
  const labels = [LABEL_HEADER];
  generateLog(kind, options, { line: (text) => log.push(text), label: (label) => labels.push(labelRow(label)) });
  return { log: `${log.join('\n')}\n`, labels: `${labels.join('\n')}\n` };
}
