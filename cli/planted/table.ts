import { PLANTED, type PlantedScore } from './measure.ts';

/** Planted sessions that are found, by cause and kind of log, over all seeds. */
export function plantedTable(scores: readonly PlantedScore[]): string {
  const kinds = [...new Set(scores.map(({ kind }) => kind))];
  const width = Math.max(...kinds.map((kind) => kind.length), 'all'.length);
  const rows = [
    ...kinds.map((kind) => [kind, scores.filter((score) => score.kind === kind)] as const),
    ['all', scores] as const,
  ];
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(width) + cells.map((cell) => cell.padStart(18)).join('');
  return [
    line('', [...PLANTED, 'false alarms']),
    ...rows.map(([name, own]) => line(name, [...PLANTED.map((cause) => foundText(own, cause)), falseAlarmText(own)])),
  ].join('\n');
}

function foundText(scores: readonly PlantedScore[], cause: (typeof PLANTED)[number]): string {
  const of = scores.map(({ causes }) => causes[cause]);
  return `${sum(of.map((score) => score.rightCause))} of ${sum(of.map(({ planted }) => planted))}`;
}

function falseAlarmText(scores: readonly PlantedScore[]): string {
  return `${sum(scores.map(({ falseAlarms }) => falseAlarms))} of ${sum(scores.map(({ normal }) => normal))}`;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
