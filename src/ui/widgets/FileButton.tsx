import { useId } from 'react';
import buttons from './Button.module.css';
import styles from './FileButton.module.css';

interface FileButtonProps {
  readonly label: string;
  readonly variant?: 'primary' | 'plain';
  readonly multiple?: boolean;
  /** File name endings to offer, such as `.deeplog`. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A file input that looks like a button; its label is its name. */
export function FileButton({ label, variant = 'plain', multiple = false, accept, onFiles }: FileButtonProps) {
  const id = useId();
  return (
    <span className={styles.wrap}>
      <input
        id={id}
        type="file"
        className={styles.input}
        multiple={multiple}
        accept={accept}
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? []);
          // So that choosing the same file again counts as a change.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <label htmlFor={id} className={`${buttons.button} ${buttons[variant]}`}>
        {label}
      </label>
    </span>
  );
}
