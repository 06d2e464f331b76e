import type { LogReport } from '../../../core/report/log-report.ts';
import type { TrainingPeriod } from '../../../core/sequence/split.ts';
import { Button } from '../../widgets/Button.tsx';
import { NumberField } from '../../widgets/NumberField.tsx';
import { TimeField } from '../../widgets/TimeField.tsx';
import { movedPeriod, wholePeriod } from './period.ts';
import styles from './TrainingPeriodSetting.module.css';

interface TrainingPeriodSettingProps {
  readonly log: LogReport;
  readonly period: TrainingPeriod | undefined;
  /** Of the sessions, the earliest, that are learnt from while there is no period. */
  readonly percent: number;
  readonly onChange: (period: TrainingPeriod | undefined) => void;
}

/** The two ends of the training period as fields, for what dragging over the chart does. */
export function TrainingPeriodSetting({ log, period, percent, onChange }: TrainingPeriodSettingProps) {
  const whole = wholePeriod(log);
  const shown = period ?? whole;
  const move = (end: keyof TrainingPeriod, value: number | undefined) => {
    const moved = value === undefined ? undefined : movedPeriod(shown, end, value, whole);
    if (moved !== undefined) onChange(moved);
  };
  return (
    <div className={styles.setting}>
      {log.span === undefined ? (
        <>
          <NumberField
            label="Train from line"
            value={shown.from + 1}
            min={1}
            max={whole.to}
            onCommit={(line) => move('from', line === undefined ? undefined : line - 1)}
          />
          <NumberField
            label="Train to line"
            value={shown.to}
            min={1}
            max={whole.to}
            onCommit={(line) => move('to', line)}
          />
        </>
      ) : (
        <>
          <TimeField label="Train from (UTC)" value={shown.from} onCommit={(time) => move('from', time)} />
          <TimeField label="Train until (UTC)" value={shown.to} onCommit={(time) => move('to', time)} />
        </>
      )}
      <Button disabled={period === undefined} onClick={() => onChange(undefined)}>
        Clear
      </Button>
      <p className={styles.note}>
        {period === undefined
          ? `Learns from the first ${percent} % of the sessions. Drag over the chart to choose a training period.`
          : 'Learns from the sessions that begin in this period; all others are judged as new.'}
      </p>
    </div>
  );
}
