import { useId, useState } from 'react';
import { useAppState, useCommands } from './context.ts';
import styles from './Decisions.module.css';
import { decisionsOf } from './decisions.ts';

/** Opens what the program settled by itself; nothing before there is something. */
export function Decisions() {
  const isAny = useAppState((state) => decisionsOf(state).length > 0);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (!isAny) return null;
  return (
    <div className={styles.foot}>
      <button type="button" popoverTarget={id} className={styles.link}>
        How was this decided?
      </button>
      <section
        id={id}
        popover="auto"
        className={styles.popover}
        aria-label="How this was decided"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && <DecisionList popover={id} />}
      </section>
    </div>
  );
}

function DecisionList({ popover }: { readonly popover: string }) {
  const analysis = useAppState((state) => state.analysis);
  const settings = useAppState((state) => state.settings);
  const { show } = useCommands();
  return (
    <>
      <h2 className={styles.title}>How this was decided</h2>
      <dl className={styles.list}>
        {decisionsOf({ analysis, settings }).map(({ what, why, view }) => (
          <div key={what} className={styles.decision}>
            <dt>{what}</dt>
            <dd dir="auto">{why}</dd>
            <dd>
              <button
                type="button"
                className={styles.link}
                popoverTarget={popover}
                aria-label={`Change ${what.toLowerCase()}`}
                onClick={() => show(view)}
              >
                Change
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
