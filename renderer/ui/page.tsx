import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** The sheet of one screen: gutter, scroll, room at the foot. `flush` gives the whole area to the content (a list, a paper). */
export function Page({ children, flush = false }: { children: ReactNode; flush?: boolean }) {
  return (
    <Box
      data-page
      sx={{
        height: '100%',
        minHeight: 0,
        overflow: flush ? 'hidden' : 'auto',
        display: 'flex',
        flexDirection: 'column',
        px: flush ? 0 : 4,
        pt: flush ? 0 : 2.5,
        pb: flush ? 0 : 4,
        '& > *': { flexShrink: 0, minWidth: 0 },
      }}
    >
      {children}
    </Box>
  );
}

interface PageHeaderProps {
  title: ReactNode;
  /** Beside the title in a quieter ink: a date, a count. */
  aside?: ReactNode;
  /** Under the title: code, age, place. */
  meta?: ReactNode;
  status?: ReactNode;
  /** One filled button at most; the others outlined or text. */
  actions?: ReactNode;
  lead?: ReactNode;
}

export function PageHeader({ title, aside, meta, status, actions, lead }: PageHeaderProps) {
  return (
    <Box component="header" sx={{ display: 'flex', flexWrap: { xs: 'wrap', md: 'nowrap' }, alignItems: 'center', gap: 2.25, minHeight: 36, mb: 1.5 }}>
      {lead}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.75, flexWrap: 'wrap' }}>
          <Typography variant="h1">{title}</Typography>
          {status}
          {aside && <Typography sx={{ color: 'text.secondary' }}>{aside}</Typography>}
        </Box>
        {meta && (
          <Typography component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
            {meta}
          </Typography>
        )}
      </Box>
      {actions && <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flex: 'none' }}>{actions}</Box>}
    </Box>
  );
}
