import { visibleText } from '../../core/base/visible-text.ts';
import { useTemplateNames } from '../template-names.ts';
import { TemplateName } from './TemplateName.tsx';
import { TemplateText } from './TemplateText.tsx';

interface NamedTemplateProps {
  /** Where only the text is known, the name is found by that. */
  readonly logKey?: number | undefined;
  /** As the log has it. */
  readonly text: string;
  /** In running text, where a long name breaks and is not cut. */
  readonly whole?: boolean;
}

/** A template's text, behind what a person calls it. */
export function NamedTemplate({ logKey, text, whole = false }: NamedTemplateProps) {
  const { byKey, byText } = useTemplateNames();
  const name = logKey === undefined ? byText.get(text) : byKey.get(logKey);
  return (
    <>
      {name !== undefined && (
        <>
          <TemplateName name={name} whole={whole} />{' '}
        </>
      )}
      <TemplateText text={visibleText(text)} />
    </>
  );
}
