import { useCallback, useMemo } from 'react';
import type { Parsed, Scored } from '../../../app/state.ts';
import { formatCount, formatNumberOf, formatShare } from '../../../core/base/format.ts';
import { areTimed, filterFindings } from '../../../core/report/finding-filter.ts';
import { groupFindings } from '../../../core/report/finding-groups.ts';
import type { LeftOutSession } from '../../../core/report/left-out-session.ts';
import { AnomaliesOverTime } from '../../charts/AnomaliesOverTime.tsx';
import { FalseAlarmsAgainstThreshold } from '../../charts/FalseAlarmsAgainstThreshold.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { reviewOf } from '../../review.ts';
import { Button } from '../../widgets/Button.tsx';
import { Page } from '../../widgets/Page.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import styles from './AnomaliesView.module.css';
import { AnomalyTable } from './AnomalyTable.tsx';
import { Budget } from './Budget.tsx';
import { CauseFilter } from './CauseFilter.tsx';
import { Comparison } from './evaluation/Comparison.tsx';
import { OpenLabels } from './evaluation/OpenLabels.tsx';
import { FilterChips } from './FilterChips.tsx';
import { LeastLikelyTable } from './LeastLikelyTable.tsx';
import { LeftOut } from './LeftOut.tsx';
import { LearnFromMarks } from './learning/LearnFromMarks.tsx';
import { Marks } from './Marks.tsx';

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
  readonly analysis: Parsed & Scored;
  readonly leftOut: readonly LeftOutSession[];
}

function Found({ analysis, leftOut }: FoundProps) {
  const { findings, sessions, threshold, curve, warning, leastLikely, evaluation } = analysis.anomalies;
  const shown = useAppState((state) => reviewOf(state)?.shown) ?? findings;
  const filter = useAppState((state) => state.filter);
  const { filter: change } = useCommands();
  const onPlace = useCallback((place: typeof filter.place) => change({ place }), [change]);
  const anywhere = useMemo(() => filterFindings(shown, { ...filter, place: undefined }), [shown, filter]);
  const listed = useMemo(() => filterFindings(shown, filter), [shown, filter]);
  const groups = useMemo(() => groupFindings(listed), [listed]);
  const reasons = useMemo(() => groupFindings(shown).length, [shown]);
  return (
    <Page title={<Verdict flagged={shown.length} sessions={sessions} reasons={reasons} />} subtitle={threshold.promise}>
      {warning !== undefined && <p className={styles.warning}>{warning}</p>}
      <div className={styles.figures}>
        <AnomaliesOverTime
          findings={anywhere}
          component={analysis.log.header.component}
          place={filter.place}
          onPlace={onPlace}
        />
        <FalseAlarmsAgainstThreshold curve={curve} threshold={threshold} flagged={findings.length} />
      </div>
      <Budget />
      {evaluation && <Comparison evaluation={evaluation} threshold={threshold} />}
      <LeftOut sessions={leftOut} />
      <div className={styles.tools}>
        {shown.length > 0 && (
          <>
            <CauseFilter findings={shown} chosen={filter.causes} onChange={(causes) => change({ causes })} />
            <FilterChips isTimed={areTimed(shown)} />
          </>
        )}
        <Marks />
        {evaluation === undefined && <OpenLabels />}
      </div>
      <LearnFromMarks />
      {shown.length > 0 ? (
        <AnomalyTable findings={listed} groups={groups} evaluation={evaluation} />
      ) : (
        <LeastLikelyTable findings={leastLikely} />
      )}
    </Page>
  );
}

interface VerdictProps {
  readonly flagged: number;
  readonly sessions: number;
  readonly reasons: number;
}

function Verdict({ flagged, sessions, reasons }: VerdictProps) {
  if (flagged === 0) return `Nothing unusual in ${formatNumberOf(sessions, 'session')}`;
  return (
    <>
      <em>
        {formatCount(flagged)} of {formatNumberOf(sessions, 'session')}
      </em>{' '}
      {flagged === 1 ? 'is' : 'are'} unusual{flagged > 1 && `, in ${formatNumberOf(reasons, 'group')}`}
    </>
  );
}
