import type { LogKey } from '../../core/base/brand.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Difference } from '../../core/drain/token-differences.ts';
import { parsedOf } from '../analysis.ts';
import { useAppState } from '../context.ts';
import { NamedTemplate } from '../widgets/NamedTemplate.tsx';
import styles from './NearestKnown.module.css';
import { Section } from './Section.tsx';

/** Of a template that training never saw, the known one it is most like; nothing for any other key. */
export function NearestKnown({ of }: { readonly of: LogKey | -1 }) {
  const nearest = useAppState(({ analysis }) => parsedOf(analysis)?.templates[of]?.nearest);
  if (nearest === undefined) return null;
  return (
    <Section title="No known template. Nearest is">
      <p className={styles.template}>
        <NamedTemplate logKey={nearest.key} text={nearest.text} whole />
      </p>
      {nearest.differences.length > 0 && (
        <ul aria-label="Tokens that differ" className={styles.differences}>
          {nearest.differences.map((difference, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the differences of one pair of templates never move
            <Row key={index} difference={difference} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ difference: { expected, found } }: { readonly difference: Difference }) {
  return (
    <li className={styles.difference}>
      <span>expected {expected === '' ? 'nothing' : <del>{visibleText(expected)}</del>}</span>
      <span aria-hidden="true">→</span>
      <span>found {found === '' ? 'nothing' : <ins>{visibleText(found)}</ins>}</span>
    </li>
  );
}
