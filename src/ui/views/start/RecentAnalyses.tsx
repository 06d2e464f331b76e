import type { RecentAnalysis } from '../../../app/recent/recent-analysis.ts';
import { formatNumberOf, formatTime } from '../../../core/base/format.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './RecentAnalyses.module.css';

/** What was analysed in this browser before. */
export function RecentAnalyses() {
  const recent = useAppState((state) => state.recent);
  const { forgetAnalyses } = useCommands();
  if (recent === 'not-kept')
    return <p className={styles.muted}>This browser keeps no list of recent analyses. All else works.</p>;
  if (recent.length === 0) return null;
  return (
    <section className={styles.recent} aria-label="Recent analyses">
      <div className={styles.head}>
        <h2 className={styles.title}>Recent analyses</h2>
        <Button variant="quiet" onClick={forgetAnalyses}>
          Delete all
        </Button>
      </div>
      <p className={styles.muted}>
        Names and numbers, kept in this browser. The lines of a log are not; choose its file to see them again.
      </p>
      <ul className={styles.list}>
        {recent.map((analysis) => (
          <Row key={analysis.id} analysis={analysis} />
        ))}
      </ul>
    </section>
  );
}

function Row({ analysis }: { readonly analysis: RecentAnalysis }) {
  const { openKeptDetector, forgetAnalysis } = useCommands();
  const { id, names, lines, sessions, flagged, savedAt, search, hasDetector } = analysis;
  const name = names.join(', ');
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <p dir="auto" className={styles.name} title={name}>
          {name}
        </p>
        <p className={styles.muted}>
          {formatTime(1000 * Math.floor(savedAt / 1000))} UTC: {formatNumberOf(lines, 'line')},{' '}
          {formatNumberOf(sessions, 'session')}, {formatNumberOf(flagged, 'finding')}.{' '}
          {search !== '' && <a href={search}>Use its settings</a>}
        </p>
      </div>
      <div className={styles.buttons}>
        {hasDetector && (
          <Button aria-label={`Open the detector of ${name}`} onClick={() => openKeptDetector(analysis)}>
            Open detector
          </Button>
        )}
        <Button variant="quiet" aria-label={`Delete ${name}`} onClick={() => forgetAnalysis(id)}>
          Delete
        </Button>
      </div>
    </li>
  );
}
