import { useState } from 'react';
import type { DetectorEvaluation } from '../../../../core/evaluate/evaluate.ts';
import { PrecisionRecall } from '../../../charts/PrecisionRecall.tsx';
import { DETECTOR_NAMES } from '../../../detector-names.ts';
import styles from './Comparison.module.css';

/** The curve of one detector, which is chosen beside its title. */
export function DetectorCurve({ detectors }: { readonly detectors: readonly DetectorEvaluation[] }) {
  const [name, setName] = useState<DetectorEvaluation['detector']>('ensemble');
  const shown = detectors.find(({ detector }) => detector === name) ?? detectors[0];
  if (shown === undefined) return null;
  const choice = (
    <select
      aria-label="Detector"
      className={styles.choice}
      value={shown.detector}
      onChange={(event) => {
        const chosen = detectors.find(({ detector }) => detector === event.currentTarget.value);
        if (chosen) setName(chosen.detector);
      }}
    >
      {detectors.map(({ detector }) => (
        <option key={detector} value={detector}>
          {DETECTOR_NAMES[detector]}
        </option>
      ))}
    </select>
  );
  return <PrecisionRecall of={shown} aside={choice} />;
}
