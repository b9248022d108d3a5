import Box from '@mui/material/Box';
import { EyeOff } from 'lucide-react';
import { partsOf } from '../../../../shared/modules/art-therapy/names.rules';

/** A text of one child's sheet; another child stands in it as a mark. */
export function MarkedText({ text }: { text: string }) {
  return (
    <>
      {partsOf(text).map((part, index) =>
        part.mark ? (
          <Box
            component="span"
            key={index}
            sx={{
              display: 'inline-flex',
              gap: 0.5,
              alignItems: 'center',
              px: 0.75,
              borderRadius: '4px',
              color: 'seal.main',
              fontWeight: 500,
              backgroundColor: 'color-mix(in srgb, currentColor 12%, transparent)',
            }}
          >
            <EyeOff size={14} strokeWidth={1.75} aria-hidden />
            {part.text}
          </Box>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </>
  );
}
