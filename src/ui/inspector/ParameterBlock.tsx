import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import { measureText } from '../../core/drain/measure-text.ts';
import type { NumberSummary, ShownValue, TopValue } from '../../core/drain/summarise-parameter.ts';
import type { Parameter } from '../../core/drain/template-parameters.ts';
import { Facts } from '../widgets/Facts.tsx';
import styles from './ParameterBlock.module.css';
import { distinctText, TYPE_NAMES } from './parameter-text.ts';

interface ParameterBlockProps {
  readonly parameter: Parameter;
  /** Names it: the words before it in the template. */
  readonly context: string;
  /** It stands out. */
  readonly current: boolean;
}

/** Type, number of values, range and most frequent values of one parameter. */
export function ParameterBlock({ parameter, context, current }: ParameterBlockProps) {
  const { type, distinct, numbers, top, examples, wildcard } = parameter;
  const repeats = (top[0]?.count ?? 0) > 1;
  return (
    <li data-wildcard={wildcard} className={current ? styles.current : styles.block}>
      <div className={styles.head}>
        <h3 className={styles.context}>
          <code dir="auto">{visibleText(context)}</code>
        </h3>
        <span className={styles.type}>{TYPE_NAMES[type]}</span>
      </div>
      <p className={styles.distinct}>
        {distinctText(distinct)}
        {!repeats && distinct.count > 1 && ', none of them twice'}
      </p>
      {numbers && <Range numbers={numbers} />}
      {repeats && <TopValues top={top} />}
      {!repeats && (
        <ul className={styles.examples} aria-label="Examples">
          {examples.map((example) => (
            <li key={example.line} className={styles.example}>
              <Value value={example} />
              <span className={styles.line}>line {formatCount(example.line + 1)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Range({ numbers: { unit, min, median, p95, max } }: { readonly numbers: NumberSummary }) {
  const fact = (name: string, value: number) => ({ name, value: measureText(value, unit) });
  return (
    <div className={styles.range}>
      <Facts facts={[fact('min', min), fact('median', median), fact('p95', p95), fact('max', max)]} />
    </div>
  );
}

/** What sums of shares may be off by. */
const ROUNDING = 1e-9;

const sumOf = (values: readonly TopValue[]) => values.reduce((sum, { share }) => sum + share, 0);

function TopValues({ top }: { readonly top: readonly TopValue[] }) {
  // Which of many single values are listed is chance.
  const isWhole = sumOf(top) > 1 - ROUNDING;
  const listed = isWhole ? top : top.filter(({ count }) => count > 1);
  return (
    <ol className={styles.top} aria-label="Most frequent values">
      {listed.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values that are cut may read alike
        <Row key={index} share={value.share}>
          <Value value={value} />
        </Row>
      ))}
      {!isWhole && (
        <Row share={1 - sumOf(listed)}>
          <span className={styles.rest}>all others</span>
        </Row>
      )}
    </ol>
  );
}

function Row({ share, children }: { readonly share: number; readonly children: ReactNode }) {
  return (
    <li className={styles.row}>
      {children}
      <span className={styles.bar}>
        <span style={{ width: `${100 * share}%` }} />
      </span>
      <span className={styles.share}>{formatShare(share)}</span>
    </li>
  );
}

/** A value as it stands in a line. */
export function Value({ value: { text, isCut } }: { readonly value: ShownValue }) {
  return (
    <span className={styles.value}>
      <bdi dir="ltr">{visibleText(text)}</bdi>
      {isCut && <span className={styles.cut}>… cut</span>}
    </span>
  );
}
