import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface RowButtonsProps {
  index: number;
  count: number;
  /** What is moved or removed, for whoever hears the button and does not see it. */
  name: string;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
}

export function RowButtons({ index, count, name, onMove, onRemove }: RowButtonsProps) {
  const { t } = useTranslation('interviews');
  return (
    <span>
      <IconButton
        size="small"
        aria-label={t('guide.up', { name })}
        disabled={index === 0}
        onClick={() => {
          onMove(index, index - 1);
        }}
      >
        <ArrowUp size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('guide.down', { name })}
        disabled={index === count - 1}
        onClick={() => {
          onMove(index, index + 1);
        }}
      >
        <ArrowDown size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('guide.remove', { name })}
        onClick={() => {
          onRemove(index);
        }}
      >
        <X size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </span>
  );
}
