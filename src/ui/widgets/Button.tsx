import type { ComponentProps } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do here; `plain`: any other; `quiet`: text only, for use inside other things. */
  readonly variant?: 'primary' | 'plain' | 'quiet';
}

export function Button({ variant = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={[styles.button, styles[variant], className].filter(Boolean).join(' ')} />
  );
}
