import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface RecordRow {
  id: string;
  to: string;
  title: ReactNode;
  note: ReactNode;
  status?: ReactNode;
}

/** A short list where each line leads to its form. */
export function RecordRows({ rows }: { rows: readonly RecordRow[] }) {
  return (
    <Box component="ul">
      {rows.map((row) => (
        <Box key={row.id} component="li" sx={{ borderTop: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 1, borderColor: 'divider' } }}>
          <Box
            component={Link}
            to={row.to}
            sx={{
              display: 'flex',
              gap: 2,
              alignItems: 'center',
              minHeight: 46,
              py: 0.75,
              color: 'text.primary',
              textDecoration: 'none',
              '&:hover': { backgroundColor: 'paperInk.sunk' },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="subtitle1">{row.title}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {row.note}
              </Typography>
            </Box>
            {row.status}
            <Box component="span" sx={{ color: 'paperInk.ink3', display: 'flex' }}>
              <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
