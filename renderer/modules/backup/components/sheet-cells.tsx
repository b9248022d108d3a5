import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useRef, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

export const GROUPS = 14;
const LENGTH = 4;
const lettersOf = (text: string): string => text.toLocaleUpperCase().replace(/[^A-Z0-9]/g, '');

export const emptySheet = (): string[] => Array.from({ length: GROUPS }, () => '');
export const isWhole = (groups: readonly string[]): boolean => groups.every((group) => group.length === LENGTH);
export const sheetText = (groups: readonly string[]): string => groups.join('-');

/** A paper key typed group by group as it is printed; the group that does not fit is marked. */
export function SheetCells({
  label,
  groups,
  wrong,
  onChange,
}: {
  label: string;
  groups: readonly string[];
  wrong?: number | undefined;
  onChange: (groups: string[]) => void;
}) {
  const { t } = useTranslation('backup');
  const cells = useRef<(HTMLInputElement | null)[]>([]);
  const type = (index: number, text: string) => {
    const value = lettersOf(text).slice(0, LENGTH);
    onChange(groups.map((group, at) => (at === index ? value : group)));
    if (value.length === LENGTH) cells.current[index + 1]?.focus();
  };
  const paste = (event: ClipboardEvent, index: number) => {
    const letters = lettersOf(event.clipboardData.getData('text'));
    if (letters.length <= LENGTH) return;
    event.preventDefault();
    onChange(groups.map((group, at) => (at < index ? group : letters.slice((at - index) * LENGTH, (at - index + 1) * LENGTH) || group)));
  };
  return (
    <Box role="group" aria-label={label} sx={{ gridColumn: 'span 12' }}>
      <Typography sx={{ fontSize: 13.5, fontWeight: 500, mb: 0.75 }}>{label}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(64px, 88px))', gap: 1 }}>
        {groups.map((group, index) => (
          <Box key={index}>
            <OutlinedInput
              value={group}
              onChange={(event) => {
                type(index, event.target.value);
              }}
              onPaste={(event) => {
                paste(event, index);
              }}
              error={wrong === index + 1}
              inputRef={(element: HTMLInputElement | null) => {
                cells.current[index] = element;
              }}
              inputProps={{
                'aria-label': t('sheet.group', { number: index + 1 }),
                autoComplete: 'off',
                spellCheck: false,
                autoCapitalize: 'characters',
              }}
              sx={{ height: 38, fontWeight: 500, fontVariantNumeric: 'tabular-nums', letterSpacing: '.06em', '& input': { px: 1 } }}
            />
            <Typography variant="caption" component="div" aria-hidden sx={{ color: 'paperInk.ink3', px: 0.25 }}>
              {index + 1}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
