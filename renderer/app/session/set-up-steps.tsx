import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { currentLanguage } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { ChipsField, FieldGrid, NumberField, RadioField, TextField } from '../../ui';
import { PasswordField } from './password-input';
import { useSession } from './session-context';

const space = { mt: 3 } as const;

export function LanguageStep() {
  const { t } = useTranslation('app');
  const { chooseLanguage } = useSession();
  return (
    <>
      <Box role="radiogroup" aria-label={t('setup.step.language')} sx={{ ...space, display: 'flex', gap: 1.5 }}>
        {LANGUAGES.map((language) => {
          const on = language === currentLanguage();
          return (
            <ButtonBase
              key={language}
              role="radio"
              aria-checked={on}
              lang={language}
              onClick={() => {
                void chooseLanguage(language);
              }}
              sx={{
                width: 180,
                height: 48,
                px: 2,
                justifyContent: 'space-between',
                borderRadius: '6px',
                border: on ? 2 : 1,
                borderColor: on ? 'primary.main' : 'paperInk.fieldLine',
                backgroundColor: on ? 'primary.light' : 'background.paper',
                fontSize: 15,
              }}
            >
              {t(`languageOwn.${language}`)}
              {on && <Check size={16} strokeWidth={2} aria-hidden />}
            </ButtonBase>
          );
        })}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 4 }}>
        {t('setup.haveBackup')}{' '}
        <Link component={RouterLink} to={paths.restore()}>
          {t('setup.restore')}
        </Link>
      </Typography>
    </>
  );
}

export function OrganisationStep() {
  const { t } = useTranslation('app');
  return (
    <Box sx={space}>
      <FieldGrid>
        <TextField name="nameRu" label={t('setup.nameRu')} help={t('setup.nameHelp')} span={12} autoFocus />
        <TextField name="nameKk" label={t('setup.nameKk')} help={t('setup.optional')} span={12} />
      </FieldGrid>
    </Box>
  );
}

export function RulesStep() {
  const { t } = useTranslation('app');
  return (
    <Box sx={space}>
      <FieldGrid>
        <TextField name="programmeName" label={t('setup.programmeName')} help={t('setup.programmeHelp')} span={12} autoFocus />
        <RadioField
          name="jurisdiction"
          label={t('setup.jurisdiction')}
          row
          options={[
            { value: 'kz', label: t('setup.kz') },
            { value: 'ru', label: t('setup.ru') },
          ]}
        />
        <NumberField name="minAge" label={t('setup.minAge')} />
        <NumberField name="maxAge" label={t('setup.maxAge')} />
        <RadioField
          name="ageRule"
          label={t('setup.ageRule')}
          options={[
            { value: 'warn', label: t('setup.ageWarn') },
            { value: 'refuse', label: t('setup.ageRefuse') },
          ]}
        />
        <ChipsField
          name="workingLanguages"
          label={t('setup.languages')}
          help={t('setup.languagesHelp')}
          options={LANGUAGES.map((language) => ({ value: language, label: t(`languageOwn.${language}`) }))}
          span={12}
        />
      </FieldGrid>
    </Box>
  );
}

export function AdministratorStep() {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ ...space, maxWidth: 620 }}>
      <FieldGrid>
        <TextField name="name" label={t('setup.adminName')} help={t('setup.adminHelp')} span={12} autoFocus />
        <PasswordField name="password" label={t('password.new')} help={t('password.rule')} />
        <PasswordField name="repeat" label={t('password.repeat')} />
      </FieldGrid>
    </Box>
  );
}
