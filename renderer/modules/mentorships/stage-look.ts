import { Archive, FileCheck, HandHeart, House, MessagesSquare, type LucideIcon } from 'lucide-react';
import type { PairStage } from '../../../shared/modules/mentorships/mentorships.workflow';
import type { Tone } from '../../ui';

export const STAGE_LOOK: Record<PairStage, { icon: LucideIcon; tone: Tone }> = {
  acquainted: { icon: HandHeart, tone: 'accent' },
  'meeting-inside': { icon: MessagesSquare, tone: 'accent' },
  papers: { icon: FileCheck, tone: 'info' },
  hosting: { icon: House, tone: 'ok' },
  closed: { icon: Archive, tone: 'mute' },
};
