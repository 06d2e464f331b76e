import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

/** What ties a control to its label and its note. */
interface ControlProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly note: ReactNode;
  readonly control: (props: ControlProps) => ReactNode;
}

/** A control between its label and what there is to say about it. */
export function Field({ label, note, control }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {control({ id, className: styles.input, 'aria-describedby': note === undefined ? undefined : noteId })}
      {note !== undefined && (
        <span id={noteId} className={styles.note}>
          {note}
        </span>
      )}
    </div>
  );
}
