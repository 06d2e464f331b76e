import type { Calibration } from '../../../../core/detect/calibrate.ts';
import type { Evaluation } from '../../../../core/evaluate/evaluate.ts';
import { useAppState, useCommands } from '../../../context.ts';
import { Button } from '../../../widgets/Button.tsx';
import styles from './Comparison.module.css';
import { figuresFile } from './figures-table.ts';

interface LabelVerbsProps {
  readonly evaluation: Evaluation;
  readonly threshold: Calibration;
}

/** What can be done with labels; the threshold is theirs only where a person says so, and that can be taken back. */
export function LabelVerbs({ evaluation, threshold }: LabelVerbsProps) {
  const { change, openLabels, saveTable } = useCommands();
  // Those that stand in the log stay with it.
  const isGiven = useAppState((state) => state.labels !== undefined);
  const byLabels = threshold.byLabels === true;
  const isSet = byLabels ? 'chosen by labels' : 'from the budget';
  return (
    <div className={styles.verbs}>
      {evaluation.anomalous > 0 && (
        <Button
          variant="quiet"
          title={byLabels ? 'The threshold comes from the budget again' : 'The threshold with the highest F1'}
          onClick={() => change({ chooseByLabels: !byLabels })}
        >
          {byLabels ? 'Undo choice by labels' : 'Choose by labels'}
        </Button>
      )}
      {evaluation.labelled > 0 && (
        <Button variant="quiet" onClick={() => saveTable('against-labels.csv', figuresFile(evaluation, isSet))}>
          Figures CSV
        </Button>
      )}
      {isGiven && (
        <Button variant="quiet" onClick={() => openLabels(undefined)}>
          Remove labels
        </Button>
      )}
    </div>
  );
}
