import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { displayName } from '../../../../shared/kernel/names';
import { useFormat } from '../../../lib/format';
import { paths } from '../../../lib/paths';
import { useCan } from '../../../lib/profile';
import { EmptyState, Facts, Section } from '../../../ui';
import type { Mentor } from '../candidate.page';

/** The people of the house the child comes to. */
export function HouseholdTab({ mentor }: { mentor: Mentor }) {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const mayWrite = useCan('mentor.write');
  const { spouse, household, maritalStatus } = mentor.fields;
  const edit = mayWrite && (
    <Button variant="outlined" component={Link} to={`${paths.candidate(mentor.id)}/edit`}>
      {t('household.fill')}
    </Button>
  );
  return (
    <Box sx={{ maxWidth: 820 }}>
      <Section title={t('form.family')}>
        <Facts
          items={[
            { label: t('field.maritalStatus'), value: t(`marital.${maritalStatus}`) },
            ...(spouse
              ? [
                  { label: t('person.spouse'), value: <span data-private>{displayName(spouse.name, format.language)}</span> },
                  { label: t('field.birthDate'), value: spouse.birthDate ? format.date(spouse.birthDate) : t('none') },
                ]
              : []),
            ...(maritalStatus === 'married' && !spouse ? [{ label: t('person.spouse'), value: t('household.noSpouse') }] : []),
          ]}
        />
      </Section>
      <Section title={t('form.household')}>
        {household.length === 0 ? (
          <EmptyState title={t('household.empty')} actions={edit}>
            {t('form.householdNote')}
          </EmptyState>
        ) : (
          <Facts
            items={household.map((member) => ({
              label: member.relation,
              value: (
                <span data-private>
                  {[member.name, member.birthYear === null ? '' : t('household.born', { year: member.birthYear }), member.occupation]
                    .filter((part) => part !== '')
                    .join(', ')}
                </span>
              ),
            }))}
          />
        )}
      </Section>
    </Box>
  );
}
