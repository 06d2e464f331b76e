import type { WorkflowQuality } from '../../src/core/workflow/quality.ts';
import { PLANTED, type WorkflowAccuracy } from './measure.ts';
import { SOURCES } from './model-workflows.ts';
import type { RealLogAccuracy } from './real-log.ts';
import type { NoiseAccuracy } from './with-model.ts';

export function workflowTable({ seeds, quality, found }: WorkflowAccuracy): string {
  const rows: readonly (readonly [string, string])[] = [
    ...Object.entries(quality).map(([name, value]) => [name, value.toFixed(3)] as const),
    ...PLANTED.map((planted) => [planted, `found in ${Math.round(found[planted] * seeds)} of ${seeds}`] as const),
  ];
  return rows.map(([name, text]) => `${name.padEnd(16)}${text}`).join('\n');
}

const MEASURES = ['fitness', 'precision', 'generalisation', 'simplicity'] as const satisfies (keyof WorkflowQuality)[];
const cells = (texts: readonly string[]) => texts.map((text) => text.padEnd(16)).join('');
const qualityCells = (quality: WorkflowQuality) => MEASURES.map((measure) => quality[measure].toFixed(3));

/** A line for each share of disturbed sessions and each source, with how many of the planted constructs are found. */
export function workflowTableBySource(rows: readonly NoiseAccuracy[]): string {
  const lines = rows.flatMap(({ noise, by }) =>
    SOURCES.map((source) => {
      const { seeds, quality, found } = by[source];
      const counts = PLANTED.map((planted) => `${planted} ${Math.round(found[planted] * seeds)}`);
      return cells([
        `${100 * noise} %`,
        source,
        ...qualityCells(quality),
        `${counts.join(', ')} of ${seeds}`,
      ]).trimEnd();
    }),
  );
  return [cells(['disturbed', 'learnt from', ...MEASURES, 'found']).trimEnd(), ...lines].join('\n');
}

export function realLogTable(accuracy: RealLogAccuracy): string {
  const lines = SOURCES.map((source) => cells([source, ...qualityCells(accuracy[source])]).trimEnd());
  return [cells(['learnt from', ...MEASURES]).trimEnd(), ...lines].join('\n');
}
