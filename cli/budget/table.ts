import { CAUSES } from '../../src/core/detect/finding.ts';
import type { BudgetRun, PlantedSession } from './measure.ts';

const NUMBER_WIDTH = 12;

/** One row a run: how many normal sessions were flagged, and how many the budget allows. */
export function budgetTable(runs: readonly BudgetRun[]): string {
  const line = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(16) + cells.map((cell) => String(cell).padStart(NUMBER_WIDTH)).join('');
  const inside = runs.filter(isInside).length;
  const sum = (of: (run: BudgetRun) => number) => runs.reduce((total, run) => total + of(run), 0);
  return [
    line('', ['normal', 'false alarms', '95 %', 'inside']),
    ...runs.map((run) => {
      const { kind, seed, normal, falseAlarms, expected } = run;
      const cells = [normal, falseAlarms, `${expected.least}-${expected.most}`, isInside(run) ? 'yes' : 'no'];
      return line(`${kind}, seed ${seed}`, cells);
    }),
    line('all', [sum(({ normal }) => normal), sum((run) => run.falseAlarms), '', `${inside} of ${runs.length}`]),
  ].join('\n');
}

const isInside = ({ falseAlarms, expected }: BudgetRun) =>
  falseAlarms >= expected.least && falseAlarms <= expected.most;

const COLUMNS = ['flagged', 'right cause', 'in training', 'right cause'] as const;

/** One row a planted cause: sessions that are flagged and those with the right cause, and the same of the training period. */
export function causeTable(runs: readonly BudgetRun[]): string {
  const planted = runs.flatMap((run) => run.planted);
  const row = (name: string, cells: readonly string[]) =>
    name.padEnd(16) + cells.map((cell) => cell.padStart(14)).join('');
  const rowOf = (name: string, own: readonly PlantedSession[]) => {
    const [training, later] = [own.filter((one) => one.isTraining), own.filter((one) => !one.isTraining)];
    return row(
      name,
      [later, training].flatMap((some) => [share(some, isFlagged), share(some, isRight)]),
    );
  };
  return [
    row('', COLUMNS),
    ...CAUSES.map((cause) =>
      rowOf(
        cause,
        planted.filter((one) => one.cause === cause),
      ),
    ),
    rowOf('all', planted),
  ].join('\n');
}

const isFlagged = ({ found }: PlantedSession) => found !== undefined;
const isRight = ({ cause, found }: PlantedSession) => found === cause;

function share(sessions: readonly PlantedSession[], is: (session: PlantedSession) => boolean): string {
  return `${sessions.filter(is).length} of ${sessions.length}`;
}
