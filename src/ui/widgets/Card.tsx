import type { ReactNode } from 'react';
import styles from './Card.module.css';

interface CardProps {
  readonly title: ReactNode;
  /** Beside the title: a number, a word, a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, aside, children }: CardProps) {
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
