import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface DueRowProps {
  /** «5 дней», «17:30», «до вечера». */
  when: ReactNode;
  late?: boolean;
  title: ReactNode;
  reason: ReactNode;
  action: ReactNode;
}

/** What, why now, what to do. A row with no reason or no button is not finished. */
export function DueRow({ when, late = false, title, reason, action }: DueRowProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 2,
        py: 1.125,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box
        sx={{
          width: 84,
          flex: 'none',
          display: 'flex',
          gap: 0.75,
          alignItems: 'center',
          fontSize: 13,
          lineHeight: '22px',
          fontWeight: 500,
          whiteSpace: 'nowrap',
          color: late ? 'error.main' : 'text.secondary',
        }}
      >
        {late && <CircleAlert size={15} strokeWidth={1.75} aria-hidden />}
        <span>{when}</span>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle1">{title}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {reason}
        </Typography>
      </Box>
      <Box sx={{ mt: 0.75, flex: 'none' }}>{action}</Box>
    </Box>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <Box component="ul">{children}</Box>;
}
