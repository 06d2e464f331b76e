import { formatNumberOf } from '../core/base/format.ts';
import { useAppState, useCommands } from './context.ts';
import styles from './Note.module.css';
import { Button } from './widgets/Button.tsx';

/** Says what mining starts from; a detector in use has templates of its own. */
export function StartTemplatesNote() {
  const start = useAppState(({ startTemplates, detector }) => (detector === undefined ? startTemplates : undefined));
  const { openTemplates } = useCommands();
  if (start === undefined) return null;
  return (
    <section className={styles.note} aria-label="Templates to start from">
      <p>
        Mining starts from the {formatNumberOf(start.templates, 'template')} of <b dir="auto">{start.name}</b>.
      </p>
      <Button variant="quiet" onClick={() => openTemplates(undefined)}>
        Mine without them
      </Button>
    </section>
  );
}
