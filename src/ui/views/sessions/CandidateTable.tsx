import { formatCount, formatShare } from '../../../core/base/format.ts';
import type { SessionReport } from '../../../core/report/log-report.ts';
import { useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './CandidateTable.module.css';
import { sameRule } from './session-choice.ts';

/** What could have made the sessions, with the evidence, the best first. */
export function CandidateTable({ report }: { readonly report: SessionReport }) {
  const { change } = useCommands();
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label="Possible identifiers">
        <thead>
          <tr>
            <th scope="col">Identifier</th>
            <th scope="col" className={styles.end}>
              Lines covered
            </th>
            <th scope="col" className={styles.end}>
              Sessions
            </th>
            <th scope="col" className={styles.end}>
              Median length
            </th>
            <th
              scope="col"
              className={styles.end}
              title="How much easier the next event is to foresee inside a session"
            >
              Gain
            </th>
            <th scope="col" className={styles.example}>
              Example
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {report.candidates.map((candidate) => {
            const chosen = sameRule(candidate.rule, report.chosen.rule);
            return (
              <tr key={candidate.label} className={chosen ? styles.chosen : undefined}>
                <th scope="row">
                  <code dir="auto">{candidate.label}</code>
                </th>
                <td className={styles.end}>{formatShare(candidate.coverage)}</td>
                <td className={styles.end}>{formatCount(candidate.sessions)}</td>
                <td className={styles.end}>{formatCount(candidate.medianLength)}</td>
                <td className={styles.end}>{candidate.gainBits.toFixed(2)} bits</td>
                <td className={styles.example}>
                  <code dir="auto" title={candidate.example.join('\n')}>
                    {candidate.example[0]}
                  </code>
                </td>
                <td className={styles.end}>
                  {chosen ? (
                    <span className={styles.used}>in use</span>
                  ) : (
                    <Button
                      variant="quiet"
                      aria-label={`Use ${candidate.label}`}
                      onClick={() => change({ sessionRule: candidate.rule })}
                    >
                      Use
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
