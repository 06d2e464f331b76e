import type { Settings, TrainingRun } from '../../../app/state.ts';
import { formatCount, formatSeconds } from '../../../core/base/format.ts';
import { formatLoss } from '../../charts/loss.ts';
import { Card } from '../../widgets/Card.tsx';
import { ScrollArea } from '../../widgets/ScrollArea.tsx';
import styles from './EarlierRuns.module.css';
import { runDifferences } from './run-differences.ts';
import { BACKEND_NAMES } from './training-text.ts';

interface EarlierRunsProps {
  readonly runs: readonly TrainingRun[];
  /** Of the run they are compared with. */
  readonly settings: Settings;
}

/** Runs before the present one, the newest first, and in which settings they differ from it. */
export function EarlierRuns({ runs, settings }: EarlierRunsProps) {
  if (runs.length === 0) return null;
  return (
    <Card title="Earlier runs on this log">
      <ScrollArea name="Earlier runs, scrollable" className={styles.scroller}>
        <table className={styles.table} aria-label="Earlier runs">
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col">Held-out loss</th>
              <th scope="col">Epochs</th>
              <th scope="col">Time</th>
              <th scope="col" className={styles.text}>
                Backend
              </th>
              <th scope="col" className={styles.text}>
                Other than this run
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.toReversed().map((run) => (
              <RunRow key={run.number} run={run} differences={runDifferences(run.settings, settings)} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  );
}

function RunRow({ run, differences }: { readonly run: TrainingRun; readonly differences: readonly string[] }) {
  const { epochs, bestEpoch, backend } = run.model;
  const best = epochs.find(({ epoch }) => epoch === bestEpoch);
  const seconds = epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
  return (
    <tr>
      <th scope="row">{run.number}</th>
      <td>{formatLoss(best?.validationLoss ?? Number.NaN)}</td>
      <td>{formatCount(epochs.length)}</td>
      <td>{formatSeconds(seconds)}</td>
      <td className={styles.text}>{BACKEND_NAMES[backend.backend]}</td>
      <td className={styles.text}>{differences.length === 0 ? 'nothing' : differences.join(', ')}</td>
    </tr>
  );
}
