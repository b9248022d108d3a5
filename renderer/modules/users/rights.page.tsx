import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PERMISSIONS, type Permission } from '../../../shared/kernel/permissions';
import { ROLES, type Role } from '../../../shared/kernel/roles';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { Page, PageHeader } from '../../ui';

const ALL = Object.keys(PERMISSIONS) as Permission[];
const GROUPS = ['child', 'mentor', 'pair', 'document', 'clinical', 'house', 'control'] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: Record<string, Group> = {
  child: 'child',
  mentor: 'mentor',
  pair: 'pair',
  document: 'document',
  template: 'document',
  clinical: 'clinical',
  assessment: 'clinical',
  interview: 'clinical',
  casework: 'clinical',
  group: 'clinical',
  extract: 'clinical',
  institution: 'house',
  programme: 'house',
  user: 'house',
  setting: 'house',
};
const groupOf = (permission: Permission): Group => GROUP_OF[permission.split('.')[0] ?? ''] ?? 'control';

function Rows({ group }: { group: Group }) {
  const { t } = useTranslation('users');
  const rows = ALL.filter((permission) => groupOf(permission) === group);
  const may = (role: Role, permission: Permission): boolean => (PERMISSIONS[permission] as readonly Role[]).includes(role);
  return (
    <tbody>
      <tr>
        <th colSpan={ROLES.length + 1} scope="rowgroup">
          <Typography variant="h2" component="span">
            {t(`rights.group.${group}`)}
          </Typography>
        </th>
      </tr>
      {rows.map((permission) => (
        <tr key={permission}>
          <th scope="row">{t(`permission.${permission}`)}</th>
          {ROLES.map((role) => (
            <td key={role}>
              {may(role, permission) ? (
                <Box component="span" role="img" aria-label={t('rights.yes')} sx={{ color: 'success.main', display: 'inline-flex' }}>
                  <Check size={17} strokeWidth={2.25} aria-hidden />
                </Box>
              ) : (
                <Box component="span" role="img" aria-label={t('rights.no')} sx={{ color: 'paperInk.ink3' }}>
                  {'·'}
                </Box>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

const table = {
  borderCollapse: 'collapse',
  width: '100%',
  maxWidth: 1080,
  '& th, & td': { borderBottom: 1, borderColor: 'divider', height: 34, px: 1 },
  '& th': { textAlign: 'left', fontWeight: 400, pl: 0 },
  '& td': { textAlign: 'center', width: 118 },
  '& th[scope=rowgroup]': { pt: 2.5, pb: 0.5 },
  '& th[scope=col]': {
    textAlign: 'center',
    fontSize: 13,
    color: 'text.secondary',
    fontWeight: 500,
    position: 'sticky',
    top: 0,
    backgroundColor: 'background.default',
  },
} as const;

/** Who may do what, read from the very table by which the program decides. */
export function RightsPage() {
  const { t } = useTranslation('users');
  return (
    <Page>
      <AdministrationTabs value="rights" />
      <PageHeader title={t('rights.title')} meta={t('rights.intro')} />
      <Box component="table" aria-label={t('rights.title')} sx={table}>
        <thead>
          <tr>
            <Box component="td" sx={{ width: 'auto !important' }} />
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {t(`role.${role}.short`)}
              </th>
            ))}
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <Rows key={group} group={group} />
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2, maxWidth: 860 }}>
        {t('rights.scope')}
      </Typography>
    </Page>
  );
}
