import type { ReactNode } from 'react';
import { Field } from './Field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly note?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text, not looked at by a spelling checker. */
export function TextField({ label, note, value, onChange }: TextFieldProps) {
  return (
    <Field
      label={label}
      note={note}
      control={(own) => (
        <input
          {...own}
          type="text"
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    />
  );
}
