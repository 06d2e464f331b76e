import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { DEFAULT_CLASSIC } from '../../../app/pipeline.ts';
import { formatCount } from '../../../core/base/format.ts';
import type { ClassicSettings } from '../../../core/drain/classic/classic-reader.ts';
import type { LogReport } from '../../../core/report/log-report.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import fields from '../../widgets/Field.module.css';
import { SelectField } from '../../widgets/SelectField.tsx';
import { classicOf } from './classic-form.ts';
import styles from './ParserSetting.module.css';

const PARSERS = [
  { value: 'auto', text: 'Automatic' },
  { value: 'classic', text: 'Classic Drain' },
] as const;

/** What finds the templates: `Automatic` at once, classic Drain after `Apply`. A detector brings its own. */
export function ParserSetting({ log }: { readonly log: LogReport }) {
  const parsing = useAppState((state) => state.settings.parsing);
  const hasDetector = useAppState((state) => state.detector !== undefined);
  const { change } = useCommands();
  const [writing, setWriting] = useState(false);
  if (hasDetector) return null;
  const isClassic = writing || parsing !== 'auto';
  return (
    <div className={styles.setting}>
      <SelectField
        label="Parser"
        value={isClassic ? 'classic' : 'auto'}
        options={PARSERS}
        onChange={(parser) => {
          setWriting(parser === 'classic');
          if (parser === 'auto' && parsing !== 'auto') change({ parsing: 'auto' });
        }}
      />
      {isClassic && <ClassicForm initial={parsing === 'auto' ? DEFAULT_CLASSIC : parsing} log={log} />}
    </div>
  );
}

function ClassicForm({ initial, log }: { readonly initial: ClassicSettings; readonly log: LogReport }) {
  const { change } = useCommands();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change({ parsing: classicOf(new FormData(event.currentTarget)) });
      }}
    >
      <InputField label="Similarity" name="similarity" min={0.01} max={1} step="any" value={initial.similarity}>
        Share of equal tokens that joins a line to a template.
      </InputField>
      <InputField label="Depth" name="depth" min={3} max={100} value={initial.depth}>
        Levels of the tree.
      </InputField>
      <InputField label="Max children" name="maxChildren" min={1} max={1_000_000} value={initial.maxChildren}>
        Of one node of the tree.
      </InputField>
      <MasksField masks={initial.masks} note={costOf(log)} />
      <InputField label="Log format" name="logFormat" value={initial.logFormat} className={styles.wide}>
        As logparser writes it: {'<Date> <Time> <Level>: <Content>'}. What is between the fields is a regular
        expression.
      </InputField>
      <Button type="submit">Apply</Button>
    </form>
  );
}

interface InputFieldProps extends Omit<ComponentProps<'input'>, 'defaultValue' | 'id' | 'required'> {
  readonly label: string;
  readonly name: keyof ClassicSettings;
  readonly children: ReactNode;
}

/** Holds what is typed until the form is sent; a number where it has a least one. */
function InputField({ label, value, className = '', children, ...input }: InputFieldProps) {
  const id = useId();
  return (
    <div className={`${fields.field} ${className}`}>
      <label htmlFor={id} className={fields.label}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={fields.input}
        type={input.min === undefined ? 'text' : 'number'}
        defaultValue={value}
        spellCheck={false}
        required
        aria-describedby={`${id}-note`}
      />
      <span id={`${id}-note`} className={fields.note}>
        {children}
      </span>
    </div>
  );
}

function MasksField({ masks, note }: { readonly masks: readonly string[]; readonly note: string }) {
  const id = useId();
  return (
    <div className={`${fields.field} ${styles.wide}`}>
      <label htmlFor={id} className={fields.label}>
        Masks
      </label>
      <textarea
        id={id}
        name="masks"
        className={`${fields.input} ${styles.masks}`}
        rows={4}
        spellCheck={false}
        placeholder={'(\\d+\\.){3}\\d+'}
        defaultValue={masks.join('\n')}
        aria-describedby={`${id}-note`}
      />
      <span id={`${id}-note`} className={fields.note}>
        {note}
      </span>
    </div>
  );
}

/** Seconds of reading; less says more about starting than about masks. */
const LONG_ENOUGH = 1;

function costOf({ classic, lines, secondsToRead }: LogReport): string {
  const what = 'Regular expressions, one a line, applied in this order: what they match is a parameter.';
  if (classic === undefined || classic.masks === 0 || secondsToRead < LONG_ENOUGH) return what;
  const masks = classic.masks === 1 ? 'this mask' : `these ${classic.masks} masks`;
  return `${what} With ${masks}, ${formatCount(Math.round(lines / secondsToRead))} lines a second were read.`;
}
