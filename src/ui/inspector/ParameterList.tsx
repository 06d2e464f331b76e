import { useRef, useState } from 'react';
import type { Parameter, TemplateParameters } from '../../core/drain/template-parameters.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { ParameterBlock } from './ParameterBlock.tsx';
import { contextOf, sourceText, varyingParameters } from './parameter-text.ts';
import styles from './TemplateValues.module.css';
import { WildcardText } from './WildcardText.tsx';

interface ParameterListProps {
  readonly template: TemplateRow;
  readonly found: TemplateParameters;
}

/** The template, and a block for each of its parameters; the one in hand stands out in both. */
export function ParameterList({ template: { text }, found }: ParameterListProps) {
  const [current, setCurrent] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const parameters = varyingParameters(found.parameters, text);
  const nameOf = (parameter: Parameter) => contextOf(parameter, found.parameters, text);
  const bringIntoView = (wildcard: number): void => {
    setCurrent(wildcard);
    list.current?.querySelector(`[data-wildcard="${wildcard}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <p className={styles.template}>
        <WildcardText
          text={text}
          parameters={parameters}
          nameOf={nameOf}
          current={current}
          onPoint={setCurrent}
          onChoose={bringIntoView}
        />
      </p>
      <p className={styles.source}>{sourceText(found)}</p>
      <ol ref={list} className={styles.list}>
        {parameters.map((parameter) => (
          <ParameterBlock
            key={keyOf(parameter)}
            parameter={parameter}
            context={nameOf(parameter)}
            current={parameter.wildcard === current}
          />
        ))}
      </ol>
    </>
  );
}

const keyOf = ({ wildcard, word }: Parameter) => `${wildcard} ${word ?? 0}`;
