import styles from './Legend.module.css';

export interface LegendEntry {
  readonly label: string;
  /** A CSS colour from the theme. */
  readonly colour: string;
  readonly kind: 'line' | 'dashed' | 'area';
}

/** Which line or area is which. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ label, colour, kind }) => (
        <li key={label} className={styles.entry}>
          <svg width="16" height="10" aria-hidden="true" focusable="false">
            {kind === 'area' ? (
              <rect x="3" width="10" height="10" rx="2" fill={colour} />
            ) : (
              <path
                d="M0 5H16"
                stroke={colour}
                strokeWidth="2"
                strokeDasharray={kind === 'dashed' ? '4 3' : undefined}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
