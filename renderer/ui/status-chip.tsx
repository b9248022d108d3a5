import Chip from '@mui/material/Chip';
import Box from '@mui/material/Box';
import type { LucideIcon } from 'lucide-react';
import { INKS, TONE_ICONS, type Tone } from './tone';

interface StatusChipProps {
  word: string;
  tone?: Tone;
  icon?: LucideIcon;
  /** In tables the ordinary state has no fill: only what needs a person is tinted. */
  plain?: boolean;
}

/** The state of a record: an icon and a word. */
export function StatusChip({ word, tone = 'mute', icon, plain = false }: StatusChipProps) {
  const Icon = icon ?? TONE_ICONS[tone];
  const ink = INKS[tone];
  if (plain) {
    return (
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.75,
          whiteSpace: 'nowrap',
          color: ink.text,
          fontWeight: tone === 'alarm' || tone === 'warn' ? 500 : 400,
        }}
      >
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        {word}
      </Box>
    );
  }
  return <Chip icon={<Icon size={14} strokeWidth={1.75} aria-hidden />} label={word} sx={{ color: ink.text, backgroundColor: ink.ground }} />;
}
