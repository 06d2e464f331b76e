import type { ReactNode } from 'react';
import { Popover } from '../widgets/Popover.tsx';
import styles from './Pill.module.css';

interface PillPopoverProps {
  /** Of what it opens, as a screen reader says it. */
  readonly name: string;
  readonly className?: string | undefined;
  readonly label: ReactNode;
  /** As a screen reader says the label, where a narrow window shows only a part of it. */
  readonly spoken?: string;
  readonly children: ReactNode;
}

/** A pill in the top bar that opens what stands behind it. */
export function PillPopover({ name, className = '', label, spoken, children }: PillPopoverProps) {
  return (
    <Popover
      name={name}
      label={label}
      spoken={spoken}
      buttonClass={`${styles.pill} ${styles.button} ${className}`}
      panelClass={styles.popover}
    >
      {() => children}
    </Popover>
  );
}
