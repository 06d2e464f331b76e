import { useAppState, useCommands } from '../../context.ts';
import { SelectField } from '../../widgets/SelectField.tsx';

/** The most usual ones by name; the command line takes any that browsers know. */
const ENCODINGS = [
  { value: 'utf-8', text: 'UTF-8' },
  { value: 'utf-16le', text: 'UTF-16, little endian' },
  { value: 'utf-16be', text: 'UTF-16, big endian' },
  { value: 'windows-1252', text: 'Western (Windows-1252, Latin-1)' },
  { value: 'windows-1250', text: 'Central European (Windows-1250)' },
  { value: 'windows-1251', text: 'Cyrillic (Windows-1251)' },
  { value: 'koi8-r', text: 'Cyrillic (KOI8-R)' },
  { value: 'gb18030', text: 'Chinese, simplified (GBK, GB18030)' },
  { value: 'big5', text: 'Chinese, traditional (Big5)' },
  { value: 'shift_jis', text: 'Japanese (Shift_JIS)' },
  { value: 'euc-jp', text: 'Japanese (EUC-JP)' },
  { value: 'euc-kr', text: 'Korean (EUC-KR)' },
] as const;

interface EncodingSettingProps {
  /** Names of the encodings, by commas. */
  readonly detected: string;
  readonly files: number;
}

/** What the files are written in; where it is detected, each file by itself. */
export function EncodingSetting({ detected, files }: EncodingSettingProps) {
  const choice = useAppState((state) => state.settings.encoding);
  const { change } = useCommands();
  return (
    <SelectField
      label="Encoding"
      {...(files > 1 && choice !== 'auto' ? { note: 'For all files.' } : {})}
      value={choice}
      options={[{ value: 'auto', text: choice === 'auto' ? `Detected: ${detected}` : 'Detect it' }, ...ENCODINGS]}
      onChange={(encoding) => change({ encoding })}
    />
  );
}
