import { visibleText } from '../../core/base/visible-text.ts';
import styles from './TemplateText.module.css';

interface TemplateNameProps {
  readonly name: string;
  /** Over several lines where it is long; in a row it is cut. */
  readonly whole?: boolean;
}

/** What a person calls a template. */
export function TemplateName({ name, whole = false }: TemplateNameProps) {
  const shown = visibleText(name);
  return (
    <bdi className={whole ? styles.wholeName : styles.name} title={shown}>
      {shown}
    </bdi>
  );
}
