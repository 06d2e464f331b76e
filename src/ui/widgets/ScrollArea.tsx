import type { ReactNode } from 'react';

interface ScrollAreaProps {
  /** As a screen reader says it. */
  readonly name: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What may be longer than its place, and holds nothing that takes the focus by itself. */
export function ScrollArea({ name, className, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={className} tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
