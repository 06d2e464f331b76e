import styles from './TemplateText.module.css';

const WILDCARD = /(<\*>)/;

/** A template's text with its parameters as chips; copying it gives the plain text. */
export function TemplateText({ text }: { readonly text: string }) {
  return (
    <code className={styles.text} dir="auto">
      {text.split(WILDCARD).map((part, index) =>
        WILDCARD.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <span key={index} className={styles.wildcard}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </code>
  );
}
