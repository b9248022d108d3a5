import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';

/** Sealed, or for your eyes only. Says who holds the key and how to ask; never how much lies behind. */
export function SealedArea({ title, children, action }: { title: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <Box component="section" sx={{ backgroundColor: 'seal.light', borderRadius: '8px', px: 2.25, py: 1.75 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'seal.main' }}>
        <LockKeyhole size={17} strokeWidth={1.75} aria-hidden />
        <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
      </Box>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {children}
      </Typography>
      {action && <Box sx={{ mt: 1.25 }}>{action}</Box>}
    </Box>
  );
}
