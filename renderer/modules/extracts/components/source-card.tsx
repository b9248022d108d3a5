import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { ChevronDown, ChevronRight, CornerDownRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface SourceText {
  /** The section it comes from; empty when the record has but one text. */
  heading: string;
  text: string;
}

interface SourceCardProps {
  title: ReactNode;
  /** Kind of the record and its day. */
  note: ReactNode;
  texts: readonly SourceText[];
  insertLabel: string;
  onInsert: (text: string) => void;
  /** Asked for only when the record is opened. */
  onOpened?: () => void;
  startOpen?: boolean;
  empty: string;
  footer?: ReactNode;
}

const linesOf = ({ heading, text }: SourceText): { heading: string; line: string }[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => ({ heading: index === 0 ? heading : '', line }));

/** One signed record: opened to be read, and only a line that is in sight can be taken over. */
export function SourceCard({ title, note, texts, insertLabel, onInsert, onOpened, startOpen = false, empty, footer }: SourceCardProps) {
  const { t } = useTranslation('extracts');
  const [open, setOpen] = useState(startOpen);
  const id = useId();
  const Chevron = open ? ChevronDown : ChevronRight;
  const lines = texts.flatMap(linesOf);
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
      <ButtonBase
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          if (!open) onOpened?.();
          setOpen(!open);
        }}
        sx={{ display: 'flex', width: '100%', gap: 1, py: 1, textAlign: 'left', justifyContent: 'flex-start', alignItems: 'flex-start' }}
      >
        <Chevron size={16} strokeWidth={1.75} aria-hidden style={{ marginTop: 3, flex: 'none' }} />
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {note}
          </Typography>
        </Box>
      </ButtonBase>
      {open && (
        <Box id={id} sx={{ pl: 3, pb: 1.25 }}>
          {lines.length === 0 && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {empty}
            </Typography>
          )}
          {lines.map(({ heading, line }, index) => (
            <Box key={index} sx={{ mb: 1.25 }}>
              {heading !== '' && (
                <Typography variant="body2" sx={{ fontWeight: 500 }}>
                  {heading}
                </Typography>
              )}
              <Typography data-private sx={{ overflowWrap: 'anywhere' }}>
                {line}
              </Typography>
              <Button
                size="small"
                sx={{ ml: -1 }}
                startIcon={<CornerDownRight size={14} strokeWidth={1.75} aria-hidden />}
                aria-label={t('source.insertLine', { what: insertLabel, line: line.slice(0, 60) })}
                onClick={() => {
                  onInsert(line);
                }}
              >
                {insertLabel}
              </Button>
            </Box>
          ))}
          {footer}
        </Box>
      )}
    </Box>
  );
}
