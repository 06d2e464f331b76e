import type { Scored } from '../../../app/state.ts';
import { formatCount, formatNumberOf, formatShare } from '../../../core/base/format.ts';
import type { LeftOutSession } from '../../../core/report/log-report.ts';
import { AnomaliesOverTime } from '../../charts/AnomaliesOverTime.tsx';
import { FalseAlarmsAgainstThreshold } from '../../charts/FalseAlarmsAgainstThreshold.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import { Page } from '../../widgets/Page.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import styles from './AnomaliesView.module.css';
import { AnomalyTable } from './AnomalyTable.tsx';
import { Budget } from './Budget.tsx';
import { LeastLikelyTable } from './LeastLikelyTable.tsx';
import { LeftOut } from './LeftOut.tsx';

export function AnomaliesView() {
  const analysis = useAppState((state) => state.analysis);
  const { trainAgain } = useCommands();
  switch (analysis.phase) {
    case 'scored':
      return <Found analysis={analysis} leftOut={analysis.sessions?.leftOut ?? []} />;
    case 'training':
      return analysis.activity === 'scoring' ? (
        <Placeholder
          title={`Scoring sessions, ${formatShare(analysis.scored)} done`}
          text="Every event of every session is compared with what the model expected there."
        />
      ) : (
        <Placeholder
          title="Findings follow when the model is trained"
          text="It learns the usual order of events first. To see findings sooner, stop training and keep what was learnt."
        />
      );
    case 'parsed':
      return analysis.sessions === undefined ? (
        <Placeholder title="No findings yet" text="Lines are being grouped into sessions; training follows." />
      ) : (
        <Placeholder title="No findings" text="Without a trained model nothing can be called unusual.">
          <Button variant="primary" onClick={trainAgain}>
            Train again
          </Button>
        </Placeholder>
      );
    default:
      return <Placeholder title="No findings yet" text="They appear here by themselves after a log has been read." />;
  }
}

interface FoundProps {
  readonly analysis: Scored;
  readonly leftOut: readonly LeftOutSession[];
}

function Found({ analysis, leftOut }: FoundProps) {
  const { findings, sessions, threshold, curve, warning, leastLikely } = analysis.anomalies;
  const flagged = findings.length;
  return (
    <Page title={<Verdict flagged={flagged} sessions={sessions} />} subtitle={threshold.promise}>
      {warning !== undefined && <p className={styles.warning}>{warning}</p>}
      <div className={styles.figures}>
        <AnomaliesOverTime findings={findings} />
        <FalseAlarmsAgainstThreshold curve={curve} threshold={threshold} flagged={flagged} />
      </div>
      <Budget />
      <LeftOut sessions={leftOut} />
      {flagged > 0 ? <AnomalyTable findings={findings} /> : <LeastLikelyTable findings={leastLikely} />}
    </Page>
  );
}

function Verdict({ flagged, sessions }: { readonly flagged: number; readonly sessions: number }) {
  if (flagged === 0) return `Nothing unusual in ${formatNumberOf(sessions, 'session')}`;
  return (
    <>
      <em>
        {formatCount(flagged)} of {formatNumberOf(sessions, 'session')}
      </em>{' '}
      {flagged === 1 ? 'is' : 'are'} unusual
    </>
  );
}
