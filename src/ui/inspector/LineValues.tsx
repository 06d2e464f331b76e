import { visibleText } from '../../core/base/visible-text.ts';
import type { ComparedAmount, ComparedValue } from '../../core/detect/values/compared-values.ts';
import type { LineValue } from '../../core/report/line-value.ts';
import { bandOf } from './band.ts';
import { comparedText, isUnusual } from './compared-text.ts';
import styles from './LineValues.module.css';
import { Value } from './ParameterBlock.tsx';
import { contextOf } from './parameter-text.ts';
import { Section } from './Section.tsx';

interface LineValuesProps {
  readonly values: readonly LineValue[];
  /** The template of the line. */
  readonly template: string;
}

/** The values of the line in view that can be compared, beside what normal lines have there; nothing where none can. */
export function LineValues({ values, template }: LineValuesProps) {
  const compared = values.filter((value) => value.compared.length > 0);
  if (compared.length === 0) return null;
  return (
    <Section title="Values of this line">
      <ul aria-label="Values of this line" className={styles.list}>
        {compared.map((value) => (
          <li key={value.wildcard} className={styles.value}>
            <div className={styles.head}>
              <code dir="auto" className={styles.context}>
                {visibleText(contextOf({ ...value, word: undefined }, values, template))}
              </code>
              <Value value={value} />
            </div>
            {value.compared.map((one) => (
              <Beside key={one.nth} compared={one} />
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Beside({ compared }: { readonly compared: ComparedValue }) {
  const odd = isUnusual(compared);
  return (
    <div className={odd ? styles.odd : styles.usual}>
      {compared.kind === 'amount' && <Range amount={compared} />}
      <p className={styles.text}>
        {odd && <b className={styles.word}>unusual </b>}
        {visibleText(comparedText(compared))}
      </p>
    </div>
  );
}

/** The text below says the same. */
function Range({ amount }: { readonly amount: ComparedAmount }) {
  const { low, high, at, isLogarithmic } = bandOf(amount);
  const percent = (share: number) => `${100 * share}%`;
  return (
    <div aria-hidden="true" className={styles.band} title={isLogarithmic ? 'Log scale' : undefined}>
      <span className={styles.range} style={{ left: percent(low), width: percent(high - low) }} />
      <span className={styles.mark} style={{ left: percent(at) }} />
    </div>
  );
}
