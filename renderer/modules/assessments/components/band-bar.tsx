import Box from '@mui/material/Box';
import type { BandCut, Bands } from '../../../../shared/modules/assessments/instrument.model';
import { useFormat } from '../../../lib/format';
import { figure, wordIn } from '../assessment-words';

interface BandBarProps {
  range: readonly [number, number];
  value: number;
  set?: Bands | undefined;
  label: string;
}

interface Piece {
  cut: BandCut | null;
  from: number;
  to: number;
  last: boolean;
}

function piecesOf(range: readonly [number, number], cuts: readonly BandCut[]): Piece[] {
  if (cuts.length === 0) return [{ cut: null, from: range[0], to: range[1], last: true }];
  return cuts.map((cut, index) => ({
    cut,
    from: Math.max(cut.from, range[0]),
    to: cuts[index + 1]?.from ?? range[1],
    last: index === cuts.length - 1,
  }));
}

/** A score on its ruler: bands as parts of a bar, the one that holds it inked, a stroke where it stands. */
export function BandBar({ range, value, set, label }: BandBarProps) {
  const { language } = useFormat();
  const cuts = set?.cuts ?? [];
  const width = range[1] - range[0] || 1;
  const share = (at: number): number => (Math.min(Math.max(at, range[0]), range[1]) - range[0]) / width;
  const whole = cuts.every((cut) => Number.isInteger(cut.from)) && set?.basis === 'raw';
  const holds = (piece: Piece): boolean => piece.cut !== null && value >= piece.from && (piece.last || value < piece.to);
  const span = ({ from, to, last }: Piece): string =>
    whole ? `${figure(from, language)}–${figure(last ? to : to - 1, language)}` : `${figure(from, language)}–${figure(to, language)}`;
  const pieces = piecesOf(range, cuts);
  return (
    <Box role="img" aria-label={label} sx={{ mt: 1.25, maxWidth: 640 }}>
      <Box sx={{ position: 'relative', display: 'flex', gap: '2px', height: 10 }}>
        {pieces.map((piece) => (
          <Box
            key={piece.from}
            sx={{
              width: `${String((share(piece.to) - share(piece.from)) * 100)}%`,
              backgroundColor: holds(piece) ? 'primary.main' : 'paperInk.hairline',
              opacity: holds(piece) ? 0.5 : 0.75,
              '&:first-of-type': { borderRadius: '5px 0 0 5px' },
              '&:last-of-type': { borderRadius: '0 5px 5px 0' },
              ...(pieces.length === 1 ? { borderRadius: '5px !important' } : {}),
            }}
          />
        ))}
        <Box
          sx={{
            position: 'absolute',
            left: `calc(${String(share(value) * 100)}% - 2px)`,
            top: -3,
            width: 4,
            height: 16,
            backgroundColor: 'text.primary',
            outline: '2px solid',
            outlineColor: 'background.default',
            borderRadius: '2px',
          }}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: '2px', mt: 0.75, fontSize: 12.5, lineHeight: '16px', color: 'text.secondary' }}>
        {cuts.length === 0 ? (
          <Box sx={{ display: 'flex', justifyContent: 'space-between', flex: 1 }}>
            <span>{figure(range[0], language)}</span>
            <span>{figure(range[1], language)}</span>
          </Box>
        ) : (
          pieces.map((piece) => (
            <Box
              key={piece.from}
              sx={{
                width: `${String((share(piece.to) - share(piece.from)) * 100)}%`,
                minWidth: 0,
                pr: 0.75,
                overflowWrap: 'anywhere',
                hyphens: 'auto',
                ...(holds(piece) ? { fontWeight: 600, color: 'text.primary' } : {}),
              }}
            >
              {wordIn(piece.cut?.label, language)}
              <br />
              {span(piece)}
            </Box>
          ))
        )}
      </Box>
    </Box>
  );
}
