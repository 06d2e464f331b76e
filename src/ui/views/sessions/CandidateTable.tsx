import { formatCount, formatShare } from '../../../core/base/format.ts';
import type { SessionCandidate, SessionReport } from '../../../core/report/log-report.ts';
import { useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './CandidateTable.module.css';
import { orderInside } from './evidence-text.ts';
import { sameRule } from './session-choice.ts';

const COLUMNS = 6;

/** What could have made the sessions, with the evidence and the lines of one session each, the best first. */
export function CandidateTable({ report }: { readonly report: SessionReport }) {
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
            <th scope="col" className={styles.end} title="What 25, 50 and 95 % of the sessions do not exceed">
              Lines in each
            </th>
            <th scope="col">Order inside</th>
            <td />
          </tr>
        </thead>
        {report.candidates.map((candidate) => (
          <CandidateRows
            key={candidate.label}
            candidate={candidate}
            isChosen={sameRule(candidate.rule, report.chosen.rule)}
          />
        ))}
      </table>
    </div>
  );
}

interface CandidateRowsProps {
  readonly candidate: SessionCandidate;
  readonly isChosen: boolean;
}

function CandidateRows({ candidate, isChosen }: CandidateRowsProps) {
  const { change } = useCommands();
  const { label, coverage, sessions, lengths, gainBits, example } = candidate;
  return (
    <tbody className={isChosen ? styles.chosen : undefined}>
      <tr>
        <th scope="row">
          <code dir="auto">{label}</code>
        </th>
        <td className={styles.end}>{formatShare(coverage)}</td>
        <td className={styles.end}>{formatCount(sessions)}</td>
        <td className={styles.end}>
          {formatCount(lengths.p25)} · <b>{formatCount(lengths.p50)}</b> · {formatCount(lengths.p95)}
        </td>
        <td>{orderInside(gainBits)}</td>
        <td className={styles.end}>
          {isChosen ? (
            <span className={styles.used}>in use</span>
          ) : (
            <Button variant="quiet" aria-label={`Use ${label}`} onClick={() => change({ sessionRule: candidate.rule })}>
              Use
            </Button>
          )}
        </td>
      </tr>
      {example.length > 0 && (
        <tr className={styles.example}>
          <td colSpan={COLUMNS}>
            <ol aria-label={`One session by ${label}`}>
              {example.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal, and never move
                <li key={index}>
                  <code dir="auto" title={line}>
                    {line}
                  </code>
                </li>
              ))}
            </ol>
          </td>
        </tr>
      )}
    </tbody>
  );
}
