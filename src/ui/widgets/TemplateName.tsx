import { visibleText } from '../../core/base/visible-text.ts';
import styles from './TemplateText.module.css';

/** What a person calls a template; on one line, whatever it is made of. */
export function TemplateName({ name }: { readonly name: string }) {
  const shown = visibleText(name);
  return (
    <bdi className={styles.name} title={shown}>
      {shown}
    </bdi>
  );
}
