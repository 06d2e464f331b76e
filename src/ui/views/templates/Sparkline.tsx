import styles from './Sparkline.module.css';

const HEIGHT = 18;
const BAR = 3;

/** Lines per bucket as tiny bars, the largest at full height; the numbers beside it say the rest. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const largest = Math.max(1, ...values);
  const path = values
    .map((value, index) => {
      const height = value === 0 ? 0 : Math.max(1, Math.round((value / largest) * HEIGHT));
      return `M${index * BAR} ${HEIGHT}v${-height}h${BAR - 1}v${height}z`;
    })
    .join('');
  const width = values.length * BAR;
  return (
    <svg className={styles.spark} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
