import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Note.module.css';

interface NoteProps {
  /** As a screen reader says it. */
  readonly name: string;
  /** What takes back that of which the note speaks. */
  readonly action: string;
  readonly onAction: () => void;
  readonly children: ReactNode;
}

/** One sentence above the pages on what holds until a person takes it back. */
export function Note({ name, action, onAction, children }: NoteProps) {
  return (
    <section className={styles.note} aria-label={name}>
      <p>{children}</p>
      <Button variant="quiet" onClick={onAction}>
        {action}
      </Button>
    </section>
  );
}
