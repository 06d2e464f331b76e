import { memo, useId } from 'react';
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
        <RailLink key={stage.view} {...stage} current={stage.view === view} onShow={show} />
      ))}
      <Decisions />
    </nav>
  );
}

interface RailLinkProps extends Stage {
  readonly current: boolean;
  readonly onShow: (view: View) => void;
}

/** Each pass of the model makes new stages, of which most say what they said before. */
const RailLink = memo(({ view, name, note, status, current, onShow }: RailLinkProps) => {
  const id = useId();
  return (
    <a
      href={`#/${view}`}
      className={`${styles.link} ${styles[status]}`}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-note`}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onShow(view);
      }}
    >
      <span id={`${id}-name`} className={styles.name}>
        {name}
      </span>
      <small id={`${id}-note`} className={styles.note}>
        {note}
      </small>
    </a>
  );
});
