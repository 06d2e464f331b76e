import { PLANTED, type WorkflowAccuracy } from './measure.ts';

export function workflowTable({ seeds, quality, found }: WorkflowAccuracy): string {
  const rows: readonly (readonly [string, string])[] = [
    ...Object.entries(quality).map(([name, value]) => [name, value.toFixed(3)] as const),
    ...PLANTED.map((planted) => [planted, `found in ${Math.round(found[planted] * seeds)} of ${seeds}`] as const),
  ];
  return rows.map(([name, text]) => `${name.padEnd(16)}${text}`).join('\n');
}
