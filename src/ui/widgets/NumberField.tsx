import { useState } from 'react';
import { Field } from './Field.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly step?: number | 'any';
  /** What stands in the field while it is empty; makes an empty field a valid answer. */
  readonly placeholder?: string;
  /** A finished, valid change: on Enter or when the focus leaves. `undefined` for an empty field. */
  readonly onCommit: (value: number | undefined) => void;
}

/** A number that is typed in peace: nothing runs before it is done, and what is not valid is taken back. */
export function NumberField(props: NumberFieldProps) {
  const { label, note, value, min, max, step = 1, placeholder, onCommit } = props;
  const [draft, setDraft] = useState<string>();
  const shown = value === undefined ? '' : String(value);

  const commit = (input: HTMLInputElement): void => {
    setDraft(undefined);
    const next = input.value === '' ? undefined : input.valueAsNumber;
    if (!input.validity.valid || next === value) return;
    if (next !== undefined || placeholder !== undefined) onCommit(next);
  };

  return (
    <Field
      label={label}
      note={note}
      control={(own) => (
        <input
          {...own}
          type="number"
          min={min}
          max={max}
          step={step}
          placeholder={placeholder}
          value={draft ?? shown}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={(event) => commit(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(event.currentTarget);
            if (event.key === 'Escape') setDraft(undefined);
          }}
        />
      )}
    />
  );
}
