import { Circle, CircleAlert, CircleCheck, ClockAlert, Info, LockKeyhole, Pencil, type LucideIcon } from 'lucide-react';

/** The meaning of a state; the colour comes third, after the icon and the word. */
export type Tone = 'ok' | 'info' | 'warn' | 'alarm' | 'seal' | 'mute' | 'accent';

interface Ink {
  text: string;
  ground: string;
}

export const INKS: Record<Tone, Ink> = {
  ok: { text: 'success.main', ground: 'success.light' },
  info: { text: 'info.main', ground: 'info.light' },
  warn: { text: 'warning.main', ground: 'warning.light' },
  alarm: { text: 'error.main', ground: 'error.light' },
  seal: { text: 'seal.main', ground: 'seal.light' },
  mute: { text: 'text.secondary', ground: 'paperInk.sunk' },
  accent: { text: 'primary.main', ground: 'primary.light' },
};

export const TONE_ICONS: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  info: Info,
  warn: ClockAlert,
  alarm: CircleAlert,
  seal: LockKeyhole,
  mute: Pencil,
  accent: Circle,
};
