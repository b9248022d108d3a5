import Box from '@mui/material/Box';
import type { Output } from '../../../../shared/contract/api';
import { useFormat } from '../../../lib/format';
import { figure, inside, wordIn } from '../assessment-words';

type Row = Output<'assessments.list'>['rows'][number];

/** The first scales of a measurement in one line; the rest stand on its page. */
export function ScoresLine({ row, most = 3 }: { row: Row; most?: number }) {
  const { language } = useFormat();
  const shown = row.scales.filter((scale) => scale.display !== null).slice(0, most);
  const one = row.scales.length === 1;
  return (
    <Box component="span" data-private>
      {shown.map((scale, index) => (
        <span key={scale.id}>
          {index > 0 && ' · '}
          {!one && <Box component="span" sx={{ color: 'text.secondary' }}>{`${wordIn(scale.title, language)} `}</Box>}
          <Box component="span" sx={{ fontWeight: 500 }}>
            {figure(scale.display ?? 0, language)}
          </Box>
          {scale.band && <Box component="span" sx={{ color: 'text.secondary' }}>{`, ${inside(wordIn(scale.band, language), language)}`}</Box>}
        </span>
      ))}
      {row.scales.length > most && ' …'}
    </Box>
  );
}
