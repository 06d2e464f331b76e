import type { ReactNode } from 'react';
import styles from './ChartTip.module.css';

/** What a tooltip says of one mark. */
export interface Tip {
  readonly title: string;
  readonly rows: readonly { readonly label: ReactNode; readonly value: string }[];
}

interface ChartTipProps<Row> {
  readonly tipOf: (row: Row) => Tip | undefined;
  /** Set by the chart that shows it. */
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Row }[];
}

/** The tooltip of a chart. Announced, because arrow keys move it along the chart. */
export function ChartTip<Row>({ tipOf, active, payload }: ChartTipProps<Row>) {
  const row = payload?.[0]?.payload;
  const tip = active && row !== undefined ? tipOf(row) : undefined;
  if (tip === undefined) return null;
  return (
    <div className={styles.tip} role="status" aria-live="assertive">
      <p className={styles.title} dir="auto">
        {tip.title}
      </p>
      <dl className={styles.rows}>
        {tip.rows.map((one) => (
          <div key={one.value + String(one.label)} className={styles.row}>
            <dt>{one.label}</dt>
            <dd dir="auto">{one.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
