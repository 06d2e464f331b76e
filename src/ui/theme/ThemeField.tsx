import styles from './ThemeField.module.css';
import { chooseTheme, THEME_TEXTS, THEMES, useTheme } from './theme.ts';

export function ThemeField() {
  const theme = useTheme();
  return (
    <select
      className={styles.theme}
      aria-label="Theme"
      title="Theme"
      value={theme}
      onChange={(event) => chooseTheme(THEMES.find((one) => one === event.currentTarget.value) ?? 'system')}
    >
      {THEMES.map((one) => (
        <option key={one} value={one}>
          {THEME_TEXTS[one]}
        </option>
      ))}
    </select>
  );
}
