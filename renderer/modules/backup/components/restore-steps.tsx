import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { PasswordField } from '../../../app/session/password-input';
import { useFormat } from '../../../lib/format';
import { Facts, FieldGrid, RadioField } from '../../../ui';

type PreviewOf = Output<'restore.inspect'>;

export function Preview({ preview }: { preview: PreviewOf }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  return (
    <Facts
      items={[
        { label: t('preview.organisation'), value: preview.organisation ?? t('preview.unnamed') },
        { label: t('preview.made'), value: `${format.dateTime(preview.madeAt)}, ${preview.madeBy}` },
        {
          label: t('preview.inside'),
          value: [t('checked.files', { count: preview.files }), t('checked.rows', { count: preview.rows }), format.size(preview.bytes)].join(' · '),
        },
        { label: t('preview.clinical'), value: t(`preview.clinicalState.${preview.clinical}`) },
        { label: t('preview.line'), value: <span style={{ fontVariantNumeric: 'tabular-nums', userSelect: 'all' }}>{preview.line}</span> },
      ]}
    />
  );
}

/** One administrator comes back with a new password and lets the others in again. */
export function NewAdministrator({ administrators }: { administrators: PreviewOf['administrators'] }) {
  const { t } = useTranslation('backup');
  return (
    <Box sx={{ mt: 2.5 }}>
      <FieldGrid>
        <RadioField
          name="administratorId"
          label={t('restore.who')}
          help={t('restore.whoHelp')}
          options={administrators.map((person) => ({ value: person.id, label: person.name }))}
        />
        <PasswordField name="password" label={t('restore.password')} help={t('restore.passwordRule')} />
        <PasswordField name="repeat" label={t('restore.repeat')} />
      </FieldGrid>
    </Box>
  );
}
