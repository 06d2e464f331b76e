import { useCallback } from 'react';
import type { State } from '../../app/state.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { useAppState, useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { InspectedSession } from './InspectedSession.tsx';
import styles from './Inspector.module.css';
import { useLoaded } from './use-loaded.ts';

/** Explains the selected session. */
export function Inspector() {
  const session = useAppState((state) => state.selected);
  const { select } = useCommands();
  if (session === undefined) return null;
  return (
    <aside aria-label="Inspector" className={styles.inspector}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          Session <code dir="auto">{visibleText(session)}</code>
        </h2>
        <Button variant="quiet" aria-label="Close inspector" onClick={() => select(undefined)}>
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      <Explained key={session} session={session} />
    </aside>
  );
}

function Explained({ session }: { readonly session: string }) {
  const { inspect } = useCommands();
  const anomalies = useAppState(anomaliesOf);
  // Findings that are new mean a new model or threshold, and then other surprises.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const load = useCallback(() => inspect(session), [inspect, session, anomalies]);
  const { value: detail, stale } = useLoaded(load);
  if (detail !== undefined) {
    const flagged = find(anomalies?.findings, session);
    const finding = flagged ?? find(anomalies?.leastLikely, session);
    return <InspectedSession detail={detail} finding={finding} isFlagged={flagged !== undefined} />;
  }
  if (stale) {
    return (
      <div className={styles.loading} role="status">
        Reading the session
        <div className={styles.skeleton} />
        <div className={styles.skeleton} />
      </div>
    );
  }
  return anomalies ? (
    <p role="alert" className={styles.note}>
      This session cannot be read. Open the log again.
    </p>
  ) : (
    <p className={styles.note}>This session can be explained when the model is trained and sessions are scored.</p>
  );
}

function anomaliesOf({ analysis }: State) {
  return analysis.phase === 'scored' ? analysis.anomalies : undefined;
}

function find(findings: readonly Finding[] | undefined, session: string): Finding | undefined {
  return findings?.find((finding) => finding.session === session);
}
