import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Output } from '../../../../shared/contract/api';
import { requiredLine } from '../../../../shared/kernel/text';
import { api } from '../../../lib/client';
import { useFormat } from '../../../lib/format';
import { useCan } from '../../../lib/profile';
import { useAsk } from '../../../lib/query';
import { Facts, FormDialog, Section, TextField, useAppForm } from '../../../ui';
import type { Mentor } from '../candidate.page';

type Numbers = Output<'candidates.reveal'>;
const Schema = z.object({ reason: requiredLine(300) });

function RevealDialog({ mentor, onShown, onClose }: { mentor: Mentor; onShown: (numbers: Numbers) => void; onClose: () => void }) {
  const { t } = useTranslation('candidates');
  const form = useAppForm(Schema, { reason: '' });
  return (
    <FormDialog
      open
      form={form}
      title={t('reveal.title')}
      intro={t('reveal.intro')}
      saveLabel={t('reveal.show')}
      onClose={onClose}
      onSave={async ({ reason }) => {
        onShown(await api.candidates.reveal({ id: mentor.id, reason }));
      }}
    >
      <TextField name="reason" label={t('reason')} placeholder={t('reveal.example')} span={12} autoFocus />
    </FormDialog>
  );
}

export function ProfileTab({ mentor }: { mentor: Mentor }) {
  const { t } = useTranslation('candidates');
  const format = useFormat();
  const mayReveal = useCan('mentor.reveal');
  const houses = useAsk('institutions.list', {}).data ?? [];
  const [asking, setAsking] = useState(false);
  const [numbers, setNumbers] = useState<Numbers | null>(null);
  const { fields } = mentor;
  const identity = numbers?.identity ?? fields.identity;
  const none = t('none');
  const dated = (value: string | null | undefined) => (value ? format.date(value) : none);
  return (
    <Box sx={{ maxWidth: 820 }}>
      <Section title={t('form.contact')}>
        <Facts
          items={[
            { label: t('field.birthDate'), value: dated(fields.birthDate) },
            { label: t('field.sex'), value: t(`sex.${fields.sex}`) },
            { label: t('field.phone'), value: <span data-private>{fields.phone || none}</span> },
            { label: t('field.email'), value: fields.email || none },
            { label: t('field.registeredAddress'), value: fields.registeredAddress || none },
            { label: t('field.actualAddress'), value: fields.actualAddress || t('form.sameAddressValue') },
            { label: t('field.occupation'), value: fields.occupation || none },
            {
              label: t('field.institutionIds'),
              value:
                houses
                  .filter((house) => fields.institutionIds.includes(house.id))
                  .map((house) => house.shortName)
                  .join(', ') || none,
            },
          ]}
        />
      </Section>
      <Section
        title={t('form.numbers')}
        aside={
          mayReveal &&
          numbers === null && (
            <Button
              size="small"
              startIcon={<Eye size={15} strokeWidth={1.75} aria-hidden />}
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
            { label: t('field.iin'), value: <span data-private>{(numbers?.iin ?? fields.iin) || none}</span> },
            {
              label: identity ? t(`identityKind.${identity.kind}`) : t('field.identityKind'),
              value: <span data-private>{identity ? [identity.series, identity.number].filter(Boolean).join(' ') : none}</span>,
            },
            ...(identity
              ? [
                  {
                    label: t('field.issuer'),
                    value:
                      [identity.issuer, identity.issuedOn ? format.date(identity.issuedOn) : ''].filter((part) => part !== '').join(', ') || none,
                  },
                  { label: t('field.validTo'), value: dated(identity.validTo) },
                ]
              : []),
          ]}
        />
      </Section>
      {asking && (
        <RevealDialog
          mentor={mentor}
          onShown={setNumbers}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </Box>
  );
}
