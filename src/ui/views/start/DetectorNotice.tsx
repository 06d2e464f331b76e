import { formatNumberOf } from '../../../core/base/format.ts';
import { type DetectorSummary, FORGETS } from '../../../core/report/detector-summary.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './DetectorNotice.module.css';

interface DetectorNoticeProps {
  readonly detector: DetectorSummary;
  readonly onClose: () => void;
}

/** Says that logs will be judged by an opened detector, and what it is. */
export function DetectorNotice({ detector, onClose }: DetectorNoticeProps) {
  return (
    <section className={styles.notice} aria-label="Detector in use">
      <div className={styles.text}>
        <p>
          Logs are judged by <b dir="auto">{detector.name}</b>; nothing is trained.
        </p>
        <p className={styles.muted}>
          It learnt from <span dir="auto">{detector.trainedOn}</span>: {formatNumberOf(detector.templates, 'template')},
          sessions by {detector.sessionLabel}, history {detector.history}.
        </p>
        {detector.forgets && <p className={styles.muted}>{FORGETS}</p>}
      </div>
      <Button onClick={onClose}>Close detector</Button>
    </section>
  );
}
