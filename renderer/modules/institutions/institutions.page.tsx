import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { AdministrationTabs } from '../../app/administration/administration-tabs';
import { useFormat } from '../../lib/format';
import { useAsk } from '../../lib/query';
import { Answer, EmptyState, Facts, Page, PageHeader, Section, StatusChip } from '../../ui';
import { RecordRows } from './components/record-rows';
import { institutionPaths } from './institution-paths';

function OrganisationFacts({ organisation }: { organisation: Output<'institutions.organisation'> }) {
  const { t } = useTranslation('institutions');
  const format = useFormat();
  const kazakh = format.language === 'kk';
  const or = (value: string): string => (value === '' ? t('notFilled') : value);
  return (
    <Facts
      items={[
        { label: t('field.nameRu'), value: (kazakh ? organisation.nameKk : '') || organisation.nameRu },
        { label: t('field.registrationNumber'), value: or(organisation.registrationNumber) },
        { label: t('field.address'), value: or((kazakh ? organisation.addressKk : '') || organisation.addressRu) },
        { label: t('field.contacts'), value: or([organisation.phone, organisation.email].filter((part) => part !== '').join(', ')) },
      ]}
    />
  );
}

const missing = (values: readonly string[]): boolean => values.some((value) => value === '');

/** The organisation that makes contracts, the houses where children live, the guardianship authorities. */
export function InstitutionsPage() {
  const { t } = useTranslation('institutions');
  const organisation = useAsk('institutions.organisation', {});
  const houses = useAsk('institutions.list', {});
  const authorities = useAsk('institutions.authorities', {});
  const addHouse = (
    <Button variant="contained" component={Link} to={institutionPaths.newHouse()} startIcon={<Plus size={17} aria-hidden />}>
      {t('house.add')}
    </Button>
  );
  const gaps = <StatusChip plain tone="warn" word={t('gaps')} />;
  return (
    <Page>
      <AdministrationTabs value="institutions" />
      <PageHeader title={t('title')} actions={addHouse} />
      <Box sx={{ maxWidth: 960, '& > section + section': { mt: 3 } }}>
        <Section title={t('house.list')} {...(houses.data ? { count: houses.data.length } : {})}>
          <Answer of={houses} rows={2}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState title={t('house.empty')}>{t('house.emptyText')}</EmptyState>
              ) : (
                <RecordRows
                  rows={rows.map((house) => ({
                    id: house.id,
                    to: institutionPaths.house(house.id),
                    title: house.shortName,
                    note: [house.nameRu, house.placeRu].filter((part) => part !== '').join(', '),
                    status: house.closed ? (
                      <StatusChip plain word={t('closed')} />
                    ) : missing([house.headName, house.addressRu, house.registrationNumber]) ? (
                      gaps
                    ) : null,
                  }))}
                />
              )
            }
          </Answer>
        </Section>
        <Section
          title={t('authority.list')}
          {...(authorities.data ? { count: authorities.data.length } : {})}
          aside={
            <Button variant="outlined" size="small" component={Link} to={institutionPaths.newAuthority()}>
              {t('authority.add')}
            </Button>
          }
        >
          <Answer of={authorities} rows={1}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState title={t('authority.empty')}>{t('authority.emptyText')}</EmptyState>
              ) : (
                <RecordRows
                  rows={rows.map((authority) => ({
                    id: authority.id,
                    to: institutionPaths.authority(authority.id),
                    title: authority.nameRu,
                    note: authority.officialName,
                    status: missing([authority.officialName, authority.addressRu]) ? gaps : null,
                  }))}
                />
              )
            }
          </Answer>
        </Section>
        <Section
          title={t('organisation.title')}
          aside={
            <Button variant="outlined" size="small" component={Link} to={institutionPaths.organisation()}>
              {t('organisation.edit')}
            </Button>
          }
        >
          <Answer of={organisation} rows={3}>
            {(value) => <OrganisationFacts organisation={value} />}
          </Answer>
        </Section>
      </Box>
    </Page>
  );
}
