import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { displayName } from '../../../../shared/kernel/names';
import { requiredLine } from '../../../../shared/kernel/text';
import { api } from '../../../lib/client';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { Facts, FormDialog, Section, TextField, useAppForm } from '../../../ui';
import type { Child } from '../child.page';

const Reason = z.object({ reason: requiredLine(500) });

interface Numbers {
  personalNumber: string;
  identity: Child['fields']['identity'];
}

/** A number in full needs a reason; the journal keeps both. */
function RevealDialog({ child, onShown, onClose }: { child: Child; onShown: (numbers: Numbers) => void; onClose: () => void }) {
  const { t } = useTranslation('children');
  const form = useAppForm(Reason, { reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('reveal.title')}
      intro={t('reveal.intro')}
      saveLabel={t('reveal.show')}
      onClose={onClose}
      onSave={async ({ reason }) => {
        onShown(await api.children.reveal({ id: child.id, reason }));
      }}
    >
      <TextField name="reason" label={t('reveal.reason')} placeholder={t('reveal.example')} span={12} autoFocus />
    </FormDialog>
  );
}

function Numbers({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const mayReveal = useCan('child.reveal');
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<Numbers | null>(null);
  const { personalNumber, identity } = shown ?? child.fields;
  const paper = identity
    ? [t(`identityKind.${identity.kind}`), identity.series, identity.number, identity.issuedOn ? format.date(identity.issuedOn) : '', identity.issuer]
        .filter((part) => part !== '')
        .join(', ')
    : '–';
  return (
    <Section
      title={t('form.numbers')}
      aside={
        mayReveal &&
        !shown && (
          <Button
            size="small"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('reveal.button')}
          </Button>
        )
      }
    >
      <Facts
        items={[
          {
            label: t(child.fields.citizenship === 'RU' ? 'field.snils' : 'field.iin'),
            value: <span data-private>{personalNumber === '' ? '–' : personalNumber}</span>,
          },
          { label: t('field.identity'), value: <span data-private>{paper}</span> },
        ]}
      />
      {asking && (
        <RevealDialog
          child={child}
          onShown={setShown}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </Section>
  );
}

export function ProfileTab({ child }: { child: Child }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const mayWrite = useCan('child.write');
  const { fields } = child;
  const text = (value: string): string => (value === '' ? '–' : value);
  const facts = (keys: ('group' | 'school' | 'fileNumber' | 'legalBasis' | 'helps' | 'upsets' | 'notToAsk' | 'safetyNote')[]) =>
    keys.map((key) => ({ label: t(`field.${key}`), value: text(fields[key]) }));
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Section
        title={t('form.person')}
        aside={
          mayWrite && (
            <Button variant="outlined" component={Link} to={`/children/${child.id}/edit`}>
              {t('edit')}
            </Button>
          )
        }
      >
        <Facts
          items={[
            { label: t('field.nameRu'), value: <span data-private>{displayName(fields.name, 'ru')}</span> },
            ...(fields.name.kk ? [{ label: t('field.nameKk'), value: <span data-private>{displayName(fields.name, 'kk')}</span> }] : []),
            { label: t('field.birthDate'), value: <span data-private>{`${format.date(fields.birthDate)}, ${format.age(fields.birthDate)}`}</span> },
            { label: t('field.sex'), value: t(`sex.${fields.sex}`) },
            { label: t('field.citizenship'), value: t(`citizenship.${fields.citizenship}`) },
          ]}
        />
      </Section>
      <Section title={t('form.place')}>
        <Facts
          items={[
            { label: t('field.institutionId'), value: child.institutionName },
            { label: t('field.programmeId'), value: child.programmeName },
            ...facts(['group', 'school', 'fileNumber']),
          ]}
        />
      </Section>
      <Numbers child={child} />
      <Section title={t('form.status')}>
        <Facts items={[{ label: t('field.legalStatus'), value: t(`legalStatus.${fields.legalStatus}`) }, ...facts(['legalBasis'])]} />
      </Section>
      <Section title={t('form.character')}>
        <Facts
          items={[
            { label: t('field.languages'), value: text(fields.languages.map((language) => t(`language.${language}`)).join(', ')) },
            { label: t('field.interests'), value: text(fields.interests.join(', ')) },
            { label: t('field.strengths'), value: text(fields.strengths.join(', ')) },
            ...facts(['helps', 'upsets', 'notToAsk', 'safetyNote']),
          ]}
        />
      </Section>
    </Box>
  );
}
