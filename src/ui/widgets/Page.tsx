import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface PageProps {
  /** The answer of this page in one sentence. */
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
}

/** One stage's page: a sentence as its title, then content stacked from top to bottom. A `Table` fills what is left. */
export function Page({ title, subtitle, children }: PageProps) {
  return (
    <div className={styles.page}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      {children}
    </div>
  );
}
