import { useState } from 'react';
import { formatCount, formatProbability } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { Button } from '../widgets/Button.tsx';
import { NamedTemplate } from '../widgets/NamedTemplate.tsx';
import styles from './ExpectedNext.module.css';
import { barShare, type Candidate, candidatesOf } from './expected-rows.ts';
import { Section } from './Section.tsx';

interface ExpectedNextProps {
  readonly finding: Finding;
  /** Of what came. */
  readonly colour: string;
}

/** What the model expected, and what came, at its rank. */
export function ExpectedNext({ finding, colour }: ExpectedNextProps) {
  const [logarithmic, setLogarithmic] = useState(true);
  return (
    <Section
      title="Expected next"
      aside={
        <Button variant="quiet" aria-pressed={logarithmic} onClick={() => setLogarithmic(!logarithmic)}>
          Log scale
        </Button>
      }
    >
      <ol aria-label="Expected next" className={styles.list}>
        {candidatesOf(finding).map((candidate) => (
          <Row
            key={candidate.came ? 'came' : candidate.key}
            candidate={candidate}
            colour={candidate.came ? colour : 'var(--accent)'}
            share={barShare(candidate.probability, logarithmic)}
          />
        ))}
      </ol>
    </Section>
  );
}

interface RowProps {
  readonly candidate: Candidate;
  readonly colour: string;
  readonly share: number;
}

function Row({ candidate: { key, template, probability, rank, came, afterGap }, colour, share }: RowProps) {
  return (
    <li
      className={[styles.row, came && styles.came, afterGap && styles.afterGap].filter(Boolean).join(' ')}
      style={came ? { color: colour } : undefined}
    >
      <span className={styles.what}>
        {key === -1 ? (
          'End of the session'
        ) : (
          <span className={styles.template} title={visibleText(template)}>
            <NamedTemplate logKey={key} text={template} />
          </span>
        )}
        {came && <small className={styles.rank}>what came, rank {formatCount(rank + 1)}</small>}
      </span>
      <span className={styles.bar}>
        <span style={{ width: `${100 * share}%`, background: colour }} />
      </span>
      <span className={styles.probability}>{formatProbability(probability)}</span>
    </li>
  );
}
