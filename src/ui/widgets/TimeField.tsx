import { useRef } from 'react';
import { Field } from './Field.tsx';
import { fieldOfTime, timeOfField } from './time-of-field.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (time: number | undefined) => void;
}

/** A time in UTC. As `NumberField`: a change counts on Enter or when the focus leaves. */
export function TimeField({ label, value, onCommit }: TimeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const text = fieldOfTime(value);
  const commit = () => {
    const field = input.current;
    if (field === null) return;
    const time = timeOfField(field.value);
    field.value = text;
    if (time !== undefined && time !== value) onCommit(time);
  };
  return (
    <Field
      label={label}
      note={undefined}
      control={(own) => (
        <input
          {...own}
          key={text}
          ref={input}
          type="datetime-local"
          step="0.001"
          defaultValue={text}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      )}
    />
  );
}
