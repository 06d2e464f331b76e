import type { ReactNode } from 'react';
import styles from './Placeholder.module.css';

interface PlaceholderProps {
  /** What is not here. */
  readonly title: string;
  /** Why, and what brings it. */
  readonly text: ReactNode;
  /** The button that helps, if one does. */
  readonly children?: ReactNode;
}

/** Stands where a page has nothing to show yet. */
export function Placeholder({ title, text, children }: PlaceholderProps) {
  return (
    <div className={styles.placeholder}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
