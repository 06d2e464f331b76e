import { useId } from 'react';
import type { View } from '../app/state.ts';
import { useAppState, useCommands } from './context.ts';
import { Decisions } from './Decisions.tsx';
import styles from './Rail.module.css';
import { reviewOf } from './review.ts';
import { type Stage, stagesOf } from './stages.ts';

/** The pipeline: every stage with its state, one click away. */
export function Rail() {
  const analysis = useAppState((state) => state.analysis);
  const flagged = useAppState((state) => reviewOf(state)?.shown.length);
  const baseline = useAppState((state) => state.baseline);
  const view = useAppState((state) => state.view);
  const { show } = useCommands();
  return (
    <nav aria-label="Pipeline" className={styles.rail}>
      {stagesOf(analysis, flagged, baseline).map((stage) => (
        <RailLink key={stage.view} stage={stage} current={stage.view === view} onShow={show} />
      ))}
      <Decisions />
    </nav>
  );
}

interface RailLinkProps {
  readonly stage: Stage;
  readonly current: boolean;
  readonly onShow: (view: View) => void;
}

function RailLink({ stage, current, onShow }: RailLinkProps) {
  const id = useId();
  return (
    <a
      href={`#/${stage.view}`}
      className={`${styles.link} ${styles[stage.status]}`}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-note`}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onShow(stage.view);
      }}
    >
      <span id={`${id}-name`} className={styles.name}>
        {stage.name}
      </span>
      <small id={`${id}-note`} className={styles.note}>
        {stage.note}
      </small>
    </a>
  );
}
