import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

const CELLS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

interface PlaceGridProps {
  label: string;
  value: readonly number[];
  /** Without it the grid is read only. */
  onChange?: (value: number[]) => void;
}

/** The sheet divided three by three; the cells that the drawing takes are filled. */
export function PlaceGrid({ label, value, onChange }: PlaceGridProps) {
  const { t } = useTranslation('assessments');
  const id = useId();
  const words = value.length === 0 ? t('projective.place.none') : value.map((cell) => t(`projective.place.${String(cell)}`)).join(', ');
  return (
    <Box>
      <Typography id={id} sx={{ fontSize: 13.5, fontWeight: 500, mb: 0.5 }}>
        {label}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box
          role={onChange ? 'group' : 'img'}
          aria-labelledby={id}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(3, 38px)',
            gridTemplateRows: 'repeat(3, 28px)',
            border: 1,
            borderColor: 'paperInk.fieldLine',
            width: 'fit-content',
            backgroundColor: 'background.paper',
          }}
        >
          {CELLS.map((cell) => {
            const filled = value.includes(cell);
            const look = { border: '0.5px solid', borderColor: 'divider', backgroundColor: filled ? 'seal.main' : 'transparent' };
            return onChange ? (
              <ButtonBase
                key={cell}
                role="checkbox"
                aria-checked={filled}
                aria-label={t(`projective.place.${String(cell)}`)}
                onClick={() => {
                  onChange(filled ? value.filter((one) => one !== cell) : [...value, cell].sort((a, b) => a - b));
                }}
                sx={{ ...look, '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 1, zIndex: 1 } }}
              />
            ) : (
              <Box key={cell} sx={look} />
            );
          })}
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {words}
        </Typography>
      </Box>
    </Box>
  );
}
