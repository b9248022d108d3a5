import {
  BadgeCheck,
  CircleDashed,
  FileText,
  Flag,
  HeartHandshake,
  Image,
  LogOut,
  Merge,
  MessagesSquare,
  Pencil,
  Sprout,
  type LucideIcon,
} from 'lucide-react';

const ICONS: Record<string, LucideIcon> = {
  registered: FileText,
  startPreparation: Sprout,
  markReady: BadgeCheck,
  enterPair: HeartHandshake,
  leavePair: HeartHandshake,
  pause: CircleDashed,
  resume: Sprout,
  leave: LogOut,
  reopen: Sprout,
  wishes: MessagesSquare,
  step: Sprout,
  photo: Image,
  merged: Merge,
  'flag-added': Flag,
  'flag-resolved': Flag,
};

export const eventIcon = (kind: string): LucideIcon => ICONS[kind] ?? Pencil;
