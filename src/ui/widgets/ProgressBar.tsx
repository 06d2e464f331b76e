import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  /** The accessible name. */
  readonly label: string;
  /** In [0, 1]; missing where nothing can be told yet. */
  readonly share: number | undefined;
}

export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === undefined ? undefined : Math.floor(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles.track}
    >
      <div
        className={percent === undefined ? styles.unknown : styles.bar}
        style={{ width: percent === undefined ? undefined : `${percent}%` }}
      />
    </div>
  );
}
