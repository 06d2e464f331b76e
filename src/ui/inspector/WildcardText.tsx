import { visibleText } from '../../core/base/visible-text.ts';
import type { Parameter } from '../../core/drain/template-parameters.ts';
import { TemplateText } from '../widgets/TemplateText.tsx';
import styles from './TemplateValues.module.css';

interface WildcardTextProps {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly nameOf: (parameter: Parameter) => string;
  /** The wildcard that stands out. */
  readonly current: number | undefined;
  /** By the pointer or the focus. */
  readonly onPoint: (wildcard: number) => void;
  readonly onChoose: (wildcard: number) => void;
}

/** A template's text in which each parameter is a button. */
export function WildcardText({ text, parameters, nameOf, current, onPoint, onChoose }: WildcardTextProps) {
  const chips = parameters.flatMap((parameter) => {
    const { place, wildcard, word } = parameter;
    return place === undefined || (word ?? 0) > 0 ? [] : [{ ...place, wildcard, name: nameOf(parameter) }];
  });
  if (chips.length === 0) return <TemplateText text={visibleText(text)} />;
  return (
    <code className={styles.text} dir="auto">
      {chips.map(({ start, end, wildcard, name }, index) => (
        <span key={wildcard}>
          {visibleText(text.slice(chips[index - 1]?.end ?? 0, start))}
          <button
            type="button"
            className={wildcard === current ? styles.currentChip : styles.chip}
            aria-current={wildcard === current || undefined}
            aria-label={visibleText(name)}
            onFocus={() => onPoint(wildcard)}
            onPointerEnter={() => onPoint(wildcard)}
            onClick={() => onChoose(wildcard)}
          >
            {visibleText(text.slice(start, end))}
          </button>
        </span>
      ))}
      {visibleText(text.slice(chips.at(-1)?.end))}
    </code>
  );
}
