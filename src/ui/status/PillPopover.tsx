import { type ReactNode, useId, useState } from 'react';
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

/** A pill in the top bar that opens what stands behind it; that is made only while it is open. */
export function PillPopover({ name, className = '', label, spoken, children }: PillPopoverProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`${styles.pill} ${styles.button} ${className}`}
        aria-label={spoken}
      >
        {label}
      </button>
      <section
        id={id}
        popover="auto"
        className={styles.popover}
        aria-label={name}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && children}
      </section>
    </>
  );
}
