import { useCallback, useMemo } from 'react';
import type { LogReport } from '../../../core/report/log-report.ts';
import { LinesOverTime } from '../../charts/LinesOverTime.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { periodWithin, wholePeriod } from './period.ts';
import { TrainingPeriodSetting } from './TrainingPeriodSetting.tsx';

/** Lines along the log, and which part of it is learnt from. A detector has learnt already. */
export function PeriodChart({ log }: { readonly log: LogReport }) {
  const chosen = useAppState((state) => state.settings.trainingPeriod);
  const percent = useAppState((state) => state.settings.trainingPercent);
  const hasDetector = useAppState((state) => state.detector !== undefined);
  const { change } = useCommands();
  const period = useMemo(() => chosen && periodWithin(chosen, wholePeriod(log)), [chosen, log]);
  const choose = useCallback((trainingPeriod: typeof period) => change({ trainingPeriod }), [change]);
  if (hasDetector || log.lines === 0) return <LinesOverTime log={log} />;
  return (
    <LinesOverTime log={log} period={period} onPeriod={choose}>
      <TrainingPeriodSetting log={log} period={period} percent={percent} onChange={choose} />
    </LinesOverTime>
  );
}
