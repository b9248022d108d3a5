import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import { ageOn, isPlainDate, type PlainDate } from '../../../shared/kernel/plain-date';
import { LANGUAGES } from '../../../shared/kernel/roles';
import { RESPONDENTS } from '../../../shared/modules/assessments/instrument.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { today, useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { paths } from '../../lib/paths';
import { useAct, useAsk } from '../../lib/query';
import {
  Banner,
  DateField,
  FormPage,
  FormSection,
  FieldGrid,
  Page,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  useAppForm,
  type AppForm,
} from '../../ui';
import { assessmentPaths } from './assessment-paths';
import { wordIn } from './assessment-words';
import { CodeDialog } from './components/code-dialog';
import { TestField, type Card } from './components/test-field';
import { WhoseField } from './components/whose-field';
import { StartSchema, type StartFields, type StartValues } from './start.form';
import { useHandOver } from './use-hand-over';

type Form = AppForm<StartValues, StartFields>;

/** What the choice of a questionnaire already decides: its languages, and whether it can stand on a screen. */
function useFitting(form: Form, card: Card | undefined): void {
  const [language, given] = useWatch({ control: form.control, name: ['language', 'given'] });
  useEffect(() => {
    if (!card) return;
    form.setValue('respondent', card.respondent);
    const first = card.forms[0];
    if (given === 'screen' && first && !card.forms.includes(language)) form.setValue('language', first);
    if (card.forms.length === 0) form.setValue('given', 'paper');
  }, [card?.hash]); // eslint-disable-line react-hooks/exhaustive-deps -- only another questionnaire decides anew; a choice made by hand stays
}

/** Ages that the questionnaire was made for, and its author's caution. */
function Notices({ form, card }: { form: Form; card: Card | undefined }) {
  const { t } = useTranslation('assessments');
  const { language } = useFormat();
  const [whose, testDate] = useWatch({ control: form.control, name: ['whose', 'testDate'] });
  const subject = whose?.subject;
  const facts = useAsk('clinical.subject', { subject: subject as NonNullable<typeof subject> }, { enabled: subject !== undefined }).data;
  const whole = useAsk('assessments.instrument', { hash: card?.hash ?? '' }, { enabled: card !== undefined }).data;
  const caution = wordIn(whole?.instrument.caution, language);
  const age = facts?.birthDate && isPlainDate(testDate) && testDate > facts.birthDate ? ageOn(facts.birthDate as PlainDate, testDate) : null;
  const outside = card && age !== null && (age < (card.minAge ?? 0) || age > (card.maxAge ?? 200));
  return (
    <Box sx={{ display: 'grid', gap: 1, gridColumn: 'span 12', '&:empty': { display: 'none' } }}>
      {outside && <Banner tone="warn" title={t('start.ageOutside')} />}
      {card && caution !== '' && (
        <Banner title={t('start.caution')}>
          <Box sx={{ fontSize: 14 }}>{caution}</Box>
        </Banner>
      )}
    </Box>
  );
}

function HowSection({ form, card }: { form: Form; card: Card | undefined }) {
  const { t } = useTranslation('assessments');
  const [given, language, respondent] = useWatch({ control: form.control, name: ['given', 'language', 'respondent'] });
  const forms = card?.forms ?? [];
  const missing = card !== undefined && !forms.includes(language);
  return (
    <FormSection id="how" title={t('start.howSection')}>
      <FieldGrid>
        <RadioField
          name="given"
          label={t('start.given')}
          options={[
            ...(forms.length > 0 || !card ? [{ value: 'screen', label: t('start.screen'), note: t('start.screenHelp') }] : []),
            { value: 'paper', label: t('start.paper'), note: t('start.paperHelp') },
          ]}
        />
        <SelectField
          name="language"
          label={t('start.form')}
          span={6}
          help={missing ? t('start.noForm') : card?.texts[language] === 'draft' ? t('start.draftForm') : undefined}
          options={LANGUAGES.filter((one) => given === 'paper' || !card || forms.includes(one)).map((value) => ({
            value,
            label: card ? `${t(`language.${value}`)}, ${t(`text.${card.texts[value]}`)}` : t(`language.${value}`),
          }))}
        />
        <DateField name="testDate" label={t('start.date')} span={6} />
        <SelectField
          name="respondent"
          label={t('start.respondent')}
          span={6}
          options={RESPONDENTS.map((value) => ({ value, label: t(`respondent.${value}`) }))}
        />
        {respondent === 'self' ? (
          <TextField name="place" label={t('start.place')} span={6} />
        ) : (
          <>
            <TextField name="respondentName" label={t('start.respondentName')} span={6} />
            <TextField name="place" label={t('start.place')} span={6} />
          </>
        )}
        <TextAreaField name="note" label={t('start.note')} help={t('start.noteHelp')} rows={2} />
      </FieldGrid>
    </FormSection>
  );
}

/** Who, which questionnaire, how. Then the screen goes to the person, or the digits begin. */
export function StartPage() {
  const { t, i18n } = useTranslation('assessments');
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [id] = useState(() => newId(RowId));
  const [coding, setCoding] = useState(false);
  const { handOver } = useHandOver();
  const start = useAct('assessments.start');
  const all = useAsk('assessments.instruments', {}).data ?? [];
  const cards = all.filter((card) => !card.retired && card.items > 0 && (card.kind === 'builtin' || card.kind === 'shell'));
  const form = useAppForm<StartValues, StartFields>(StartSchema, {
    whose: null,
    hash: query.get('hash') ?? '',
    language: i18n.language as StartValues['language'],
    given: 'screen',
    respondent: 'self',
    respondentName: '',
    testDate: today(),
    place: '',
    note: '',
  });
  const [hash, given] = useWatch({ control: form.control, name: ['hash', 'given'] });
  const card = cards.find((one) => one.hash === hash);
  useFitting(form, card);
  usePsychologyCrumbs([{ label: t('tab'), to: assessmentPaths.list() }, { label: t('start.title') }]);
  return (
    <Page flush>
      <FormPage
        form={form}
        title={t('start.title')}
        draftKey="clinical/assessment-new"
        saveLabel={t(given === 'screen' ? 'start.goScreen' : 'start.goPaper')}
        sections={[
          { id: 'who', title: t('start.who'), fields: ['whose'] },
          { id: 'test', title: t('start.testSection'), fields: ['hash'] },
          { id: 'how', title: t('start.howSection'), fields: ['given', 'language', 'testDate', 'respondent'] },
        ]}
        onSave={async ({ whose, ...fields }) => {
          await start.mutateAsync({ id, subject: whose.subject, ...fields });
        }}
        onDone={() => {
          if (form.getValues('given') === 'screen') void handOver(id);
          else void navigate(assessmentPaths.paper(id));
        }}
        onCancel={() => {
          const whose = form.getValues('whose');
          void navigate(whose ? paths.clinicalCase(whose.subject.kind, whose.subject.id) : assessmentPaths.list());
        }}
      >
        <FormSection id="who" title={t('start.who')}>
          <FieldGrid>
            <WhoseField name="whose" label={t('start.person')} />
            <Box sx={{ gridColumn: 'span 12' }}>
              <Button
                size="small"
                onClick={() => {
                  setCoding(true);
                }}
              >
                {t('start.newCode')}
              </Button>
            </Box>
          </FieldGrid>
        </FormSection>
        <FormSection id="test" title={t('start.testSection')}>
          <FieldGrid>
            <TestField name="hash" cards={cards} />
            <Notices form={form} card={card} />
          </FieldGrid>
        </FormSection>
        <HowSection form={form} card={card} />
      </FormPage>
      {coding && (
        <CodeDialog
          onDone={(whose) => {
            form.setValue('whose', whose, { shouldDirty: true, shouldValidate: true });
          }}
          onClose={() => {
            setCoding(false);
          }}
        />
      )}
    </Page>
  );
}
