import { parsedOf } from './analysis.ts';
import { useAppState, useCommands } from './context.ts';
import styles from './Decisions.module.css';
import { decisionsOf } from './decisions.ts';
import { Popover } from './widgets/Popover.tsx';

/** Opens what the program settled by itself; nothing before there is something. */
export function Decisions() {
  const isAny = useAppState(({ analysis }) => parsedOf(analysis) !== undefined);
  if (!isAny) return null;
  return (
    <div className={styles.foot}>
      <Popover
        name="How this was decided"
        label="How was this decided?"
        buttonClass={styles.link}
        panelClass={styles.popover}
      >
        {(id) => <DecisionList popover={id} />}
      </Popover>
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
