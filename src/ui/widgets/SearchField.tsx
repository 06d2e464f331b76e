import fields from './Field.module.css';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What it found, such as `3 of 19`. */
  readonly result: string;
}

export function SearchField({ label, value, onChange, result }: SearchFieldProps) {
  return (
    <div className={styles.search}>
      <input
        type="search"
        className={fields.input}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <output className={styles.result}>{result}</output>
    </div>
  );
}
