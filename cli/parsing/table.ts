import type { ParsingAccuracy } from '../parsing-accuracy.ts';

export function parsingTable(rows: Record<string, ParsingAccuracy>): string {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell) => cell.padStart(8)).join('')}`;
  const body = Object.entries(rows).map(([name, { ga, fga, pa, fta }]) =>
    line(name, [ga, fga, pa, fta].map(inThousandths)),
  );
  return [line('', ['GA', 'FGA', 'PA', 'FTA']), ...body].join('\n');
}

/** Rounded half up, as people do: `toFixed` alone makes 0.787 of 0.7875. */
function inThousandths(score: number): string {
  return (Math.round(score * 1000) / 1000).toFixed(3);
}
