import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { LucideIcon } from 'lucide-react';
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';

export interface TimelineItem {
  id: string;
  when: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  icon?: LucideIcon;
  /** Still ahead: the icon takes the accent. */
  ahead?: boolean;
}

/** What was and what will be, newest first. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <Box component="ol">
      {items.map((item, index) => {
        const Icon = item.icon ?? FileText;
        return (
          <Box
            key={item.id}
            component="li"
            sx={{ display: 'grid', gridTemplateColumns: 'minmax(74px, max-content) 16px 1fr', columnGap: 1.5, position: 'relative', pb: 1.5 }}
          >
            <Typography variant="body2" sx={{ color: 'text.secondary', lineHeight: '22px', whiteSpace: 'nowrap' }}>
              {item.when}
            </Typography>
            <Box
              component="span"
              sx={{
                color: item.ahead ? 'primary.main' : 'text.secondary',
                pt: '4px',
                display: 'flex',
                flexDirection: 'column',
                alignItems: 'center',
              }}
            >
              <Icon size={15} strokeWidth={1.75} aria-hidden />
              {index < items.length - 1 && <Box sx={{ flex: 1, width: '1px', backgroundColor: 'divider', mt: 0.5, mb: -1 }} />}
            </Box>
            <Box>
              <Typography>{item.title}</Typography>
              {item.note && (
                <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
                  {item.note}
                </Typography>
              )}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
