import { useState } from 'react';
import { formatCount, formatNumberOf } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import { type FoldedStep, foldSteps } from '../../core/explain/folded-steps.ts';
import type { NearestNormal as Nearest } from '../../core/report/nearest-normal.ts';
import { parsedOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { NamedTemplate } from '../widgets/NamedTemplate.tsx';
import styles from './NearestNormal.module.css';
import { absenceText, nearestText } from './nearest-text.ts';
import { Section } from './Section.tsx';

/** Rows that are shown before all are asked for. */
const SHOWN = 24;

interface NearestNormalProps {
  readonly nearest: Nearest | undefined;
  readonly onMove: (position: number) => void;
}

/** The session beside the normal one that it is most like; nothing where its events are in the order of that one. */
export function NearestNormal({ nearest, onMove }: NearestNormalProps) {
  const { select } = useCommands();
  const [all, setAll] = useState(false);
  if (nearest === undefined || nearest.distance === 0) return null;
  const folded = foldSteps(nearest.steps);
  const more = folded.length - SHOWN;
  return (
    <Section title="Beside the nearest normal session">
      <p className={styles.text}>
        {nearestText(nearest)}{' '}
        <Button variant="quiet" className={styles.open} onClick={() => select(nearest.session)}>
          Open <code dir="auto">{visibleText(nearest.session)}</code>
        </Button>
      </p>
      <table aria-label="Beside the nearest normal session" className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">This session</th>
            <th scope="col">Normal session</th>
          </tr>
        </thead>
        <tbody>
          {(all ? folded : folded.slice(0, SHOWN)).map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one session never move
            <Row key={index} step={step} onMove={onMove} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${formatCount(more)} more`}
        </Button>
      )}
    </Section>
  );
}

interface RowProps {
  readonly step: FoldedStep;
  readonly onMove: (position: number) => void;
}

function Row({ step, onMove }: RowProps) {
  if (step.is === 'folded') {
    return (
      <tr className={styles.folded}>
        <td />
        <td colSpan={2}>{formatNumberOf(step.steps, 'event')} alike</td>
      </tr>
    );
  }
  return (
    <tr className={styles[step.is]}>
      <td>{step.is !== 'missing' && <EventButton position={step.position} onMove={onMove} />}</td>
      <Sides step={step} />
    </tr>
  );
}

function EventButton({ position, onMove }: { readonly position: number; readonly onMove: RowProps['onMove'] }) {
  return (
    <Button variant="quiet" aria-label={`Event ${formatCount(position + 1)}`} onClick={() => onMove(position)}>
      {formatCount(position + 1)}
    </Button>
  );
}

function Sides({ step }: { readonly step: Exclude<FoldedStep, { readonly is: 'folded' }> }) {
  const absent = <b className={styles.word}>{absenceText(step)}</b>;
  switch (step.is) {
    case 'same':
      return (
        <td colSpan={2}>
          <KeyText of={step.key} />
        </td>
      );
    case 'missing':
      return (
        <>
          <td>{absent}</td>
          <td>
            <KeyText of={step.key} />
          </td>
        </>
      );
    case 'extra':
      return (
        <>
          <td>
            <KeyText of={step.key} />
          </td>
          <td>{absent}</td>
        </>
      );
    case 'swapped':
      return (
        <>
          <td>
            <b className={styles.word}>swapped</b> <KeyText of={step.key} />
          </td>
          <td>
            <KeyText of={step.due} />
          </td>
        </>
      );
  }
}

function KeyText({ of }: { readonly of: number }) {
  const text = useAppState(({ analysis }) => parsedOf(analysis)?.templates[of]?.text) ?? '';
  return (
    <span className={styles.template} title={visibleText(text)}>
      <NamedTemplate logKey={of} text={text} />
    </span>
  );
}
