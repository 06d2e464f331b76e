import type { FeedbackAccuracy, FeedbackResult } from './measure.ts';

const WIDTH = 14;

/** One row for each number of marks, learnt and trained again. */
export function feedbackTable({ trainSessions, budget, measured, static: before, rows }: FeedbackResult): string {
  const row = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(22) + cells.map((cell) => String(cell).padStart(WIDTH)).join('');
  const cellsOf = ({ marking, falseAlarms, recall, precision, f1 }: FeedbackAccuracy) => [
    marking,
    falseAlarms,
    ...[recall, precision, f1].map((share) => share.toFixed(4)),
  ];
  const lines = [
    `${trainSessions} training sessions, budget ${100 * budget} %, ${measured} normal sessions that nobody marks`,
    row('', ['marked half', 'other half', 'recall', 'P', 'F1', 'model, CPU s', 'rest, CPU s']),
    row('no marks', cellsOf(before)),
  ];
  for (const { marks, learnt, retrained } of rows) {
    const timed = ({ seconds: { model, rest }, ...accuracy }: typeof learnt) => [
      ...cellsOf(accuracy),
      ...[model, rest].map((seconds) => seconds.toFixed(1)),
    ];
    lines.push(row(`${marks} marks learnt`, timed(learnt)), row(`${marks} trained again`, timed(retrained)));
  }
  return lines.join('\n');
}
