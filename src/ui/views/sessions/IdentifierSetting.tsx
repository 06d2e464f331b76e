import { useId, useState } from 'react';
import type { SessionCandidate } from '../../../core/report/log-report.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import fields from '../../widgets/Field.module.css';
import { SelectField } from '../../widgets/SelectField.tsx';
import styles from './IdentifierSetting.module.css';
import { choiceOf, type OwnRule, ownRule, ownText, ruleOf, type SessionChoice } from './session-choice.ts';

const OWN_RULES: readonly { readonly value: OwnRule; readonly text: string }[] = [
  { value: 'pattern', text: 'Own pattern' },
  { value: 'pause', text: 'Cut at pauses' },
  { value: 'time', text: 'Cut into equal times' },
  { value: 'lines', text: 'Cut into equal numbers of lines' },
];

/** Chooses what makes lines belong together: at once for a candidate, after `Apply` for a rule of one's own. */
export function IdentifierSetting({ candidates }: { readonly candidates: readonly SessionCandidate[] }) {
  const rule = useAppState((state) => state.settings.sessionRule);
  const { change } = useCommands();
  const [writing, setWriting] = useState<OwnRule>();
  const choice = writing ?? choiceOf(rule, candidates);
  const options: readonly { readonly value: SessionChoice; readonly text: string }[] = [
    { value: 'auto', text: 'Automatic' },
    ...candidates.map(({ label }, index) => ({ value: `candidate-${index}` as const, text: label })),
    ...OWN_RULES,
  ];
  const choose = (next: SessionChoice): void => {
    const known = ruleOf(next, candidates);
    setWriting(known ? undefined : OWN_RULES.find((own) => own.value === next)?.value);
    if (known) change({ sessionRule: known });
  };
  const own = OWN_RULES.find((each) => each.value === choice)?.value;
  return (
    <div className={styles.setting}>
      <SelectField label="Session identifier" value={choice} options={options} onChange={choose} />
      {own && <OwnRuleForm key={own} kind={own} initial={ownText(own, rule)} />}
    </div>
  );
}

const OWN_FIELDS: Readonly<Record<OwnRule, { readonly label: string; readonly placeholder: string }>> = {
  pattern: { label: 'Regular expression; its first group is the identifier', placeholder: 'task (\\d+)' },
  pause: { label: 'Seconds without a line that end a session', placeholder: '60' },
  time: { label: 'Seconds in a session', placeholder: '300' },
  lines: { label: 'Lines in a session', placeholder: '100' },
};

function OwnRuleForm({ kind, initial }: { readonly kind: OwnRule; readonly initial: string }) {
  const { change } = useCommands();
  const [text, setText] = useState(initial);
  const id = useId();
  const rule = ownRule(kind, text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (rule) change({ sessionRule: rule });
      }}
    >
      <div className={fields.field}>
        <label htmlFor={id} className={fields.label}>
          {OWN_FIELDS[kind].label}
        </label>
        <input
          id={id}
          className={fields.input}
          spellCheck={false}
          inputMode={kind === 'pattern' ? 'text' : 'decimal'}
          placeholder={OWN_FIELDS[kind].placeholder}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" disabled={!rule}>
        Apply
      </Button>
    </form>
  );
}
