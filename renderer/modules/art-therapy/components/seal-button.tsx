import Button from '@mui/material/Button';
import type { ReactNode } from 'react';

interface SealButtonProps {
  onClick: () => void;
  children: ReactNode;
  icon?: ReactNode;
  label?: string;
}

/** A quiet action on the violet sheet. */
export function SealButton({ onClick, children, icon, label }: SealButtonProps) {
  return (
    <Button
      size="small"
      color="inherit"
      startIcon={icon}
      aria-label={label}
      onClick={onClick}
      sx={{ color: 'seal.main', ml: -0.75, px: 0.75, py: 0.25, minWidth: 0 }}
    >
      {children}
    </Button>
  );
}
