import Box from '@mui/material/Box';
import MuiTab from '@mui/material/Tab';
import MuiTabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface TabItem {
  value: string;
  label: string;
  count?: ReactNode;
  /** A tab of a record has its own address. */
  to?: string;
}

interface TabsProps {
  items: TabItem[];
  value: string;
  label: string;
  onChange?: (value: string) => void;
  end?: ReactNode;
}

export function Tabs({ items, value, label, onChange, end }: TabsProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider', mb: 2 }}>
      <MuiTabs
        value={items.some((item) => item.value === value) ? value : false}
        aria-label={label}
        variant="scrollable"
        scrollButtons={false}
        sx={{ borderBottom: 0, minWidth: 0 }}
        onChange={(_, next: string) => onChange?.(next)}
      >
        {items.map((item) => (
          <MuiTab
            key={item.value}
            value={item.value}
            label={
              <span>
                {item.label}
                {item.count !== undefined && (
                  <Box component="span" sx={{ color: 'paperInk.ink3', fontSize: 13, fontWeight: 400, ml: 0.75 }}>
                    {item.count}
                  </Box>
                )}
              </span>
            }
            {...(item.to ? { component: Link, to: item.to } : {})}
          />
        ))}
      </MuiTabs>
      {end}
    </Box>
  );
}
