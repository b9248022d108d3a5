import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Check, CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface GateItem {
  id: string;
  title: ReactNode;
  reason?: ReactNode;
  /** The link or button to where it is mended. */
  action?: ReactNode;
  /** Does not close the gate by itself, but a person should see it. */
  warning?: boolean;
}

/** What still stands in the way: each item with its reason and the way to mend it. */
export function GateList({ items }: { items: GateItem[] }) {
  return (
    <Box component="ul">
      {items.map((item) => (
        <Box
          key={item.id}
          component="li"
          sx={{
            display: 'flex',
            gap: 1.75,
            py: 1.25,
            borderTop: 1,
            borderColor: 'divider',
            '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
          }}
        >
          <Box component="span" sx={{ color: item.warning ? 'warning.main' : 'error.main', mt: '2px', display: 'flex' }}>
            {item.warning ? <TriangleAlert size={18} strokeWidth={1.75} aria-hidden /> : <CircleAlert size={18} strokeWidth={1.75} aria-hidden />}
          </Box>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="subtitle1">{item.title}</Typography>
            {item.reason && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {item.reason}
              </Typography>
            )}
          </Box>
          {item.action && <Box sx={{ flex: 'none' }}>{item.action}</Box>}
        </Box>
      ))}
    </Box>
  );
}

/** What is in order: a tick, a name, until when. */
export function DoneList({ items }: { items: { id: string; title: ReactNode; note?: ReactNode }[] }) {
  return (
    <Box component="ul">
      {items.map((item) => (
        <Box key={item.id} component="li" sx={{ display: 'flex', gap: 1.75, minHeight: 28, alignItems: 'center' }}>
          <Box component="span" sx={{ color: 'success.main', display: 'flex', width: 18 }}>
            <Check size={16} strokeWidth={2} aria-hidden />
          </Box>
          <Typography sx={{ flex: 1 }}>{item.title}</Typography>
          {item.note && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {item.note}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}
