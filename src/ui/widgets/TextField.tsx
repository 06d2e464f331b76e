import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly note?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text, not looked at by a spelling checker. */
export function TextField({ label, note, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        type="text"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {note !== undefined && (
        <span id={`${id}-note`} className={styles.note}>
          {note}
        </span>
      )}
    </div>
  );
}
