import Box from '@mui/material/Box';
import { ChevronRight } from 'lucide-react';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export interface Crumb {
  label: string;
  /** The last crumb is where one stands and has none. */
  to?: string;
}

const CrumbContext = createContext<{ crumbs: Crumb[]; set: (crumbs: Crumb[]) => void } | null>(null);

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [crumbs, set] = useState<Crumb[]>([]);
  const value = useMemo(() => ({ crumbs, set }), [crumbs]);
  return <CrumbContext.Provider value={value}>{children}</CrumbContext.Provider>;
}

/** A page tells where it stands: `useCrumbs([{ label: t('title'), to: paths.children() }, { label: child.name }])`. */
export function useCrumbs(crumbs: Crumb[]): void {
  const set = useContext(CrumbContext)?.set;
  const text = JSON.stringify(crumbs);
  useEffect(() => {
    set?.(JSON.parse(text) as Crumb[]);
  }, [set, text]);
}

export function Breadcrumbs() {
  const { t } = useTranslation('ui');
  const crumbs = useContext(CrumbContext)?.crumbs ?? [];
  return (
    <Box component="nav" aria-label={t('breadcrumbs')} sx={{ minWidth: 0, flex: '0 1 auto' }}>
      <Box
        component="ol"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          minWidth: 0,
          fontSize: 13,
          lineHeight: '18px',
          whiteSpace: 'nowrap',
          '& li a': { color: 'text.secondary', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } },
        }}
      >
        {crumbs.map((crumb, index) => (
          <Box
            key={crumb.label + String(index)}
            component="li"
            sx={{ display: 'flex', alignItems: 'center', gap: 0.75, ...(crumb.to ? { flex: 'none' } : { minWidth: 0 }), '& > svg': { flex: 'none' } }}
          >
            {index > 0 && <ChevronRight size={14} strokeWidth={1.75} aria-hidden />}
            {crumb.to ? (
              <Link to={crumb.to}>{crumb.label}</Link>
            ) : (
              <Box
                component="span"
                aria-current="page"
                title={crumb.label}
                data-private={crumbs.length > 1 ? true : undefined}
                sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}
              >
                {crumb.label}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
