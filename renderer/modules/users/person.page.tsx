import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Output } from '../../../shared/contract/api';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { useCan, useProfile } from '../../lib/profile';
import { useAsk } from '../../lib/query';
import { Answer, Banner, EmptyState, Facts, Page, PageHeader, PersonAvatar, StatusChip, useCrumbs } from '../../ui';
import { KeysMustChange } from './components/keys-must-change';
import { LeaveDialog } from './components/leave-dialog';
import { OneTimeCode } from './components/one-time-code';
import { ResetDialog } from './components/reset-dialog';
import { keyStateOf, rolesOf, useScopeWords, useUntil, type Person } from './person-words';
import { userPaths } from './user-paths';

type Open = 'reset' | 'leave' | null;

function Duties({ person }: { person: Person }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const scope = useScopeWords(t);
  const until = useUntil();
  return (
    <Facts
      items={[
        {
          label: t('column.roles'),
          value: person.roles.map((role) => (
            <Box key={role} component="span" sx={{ display: 'block' }}>
              {t(`role.${role}.name`)}
              <Box component="span" sx={{ display: 'block', fontSize: 13, lineHeight: '18px', color: 'text.secondary' }}>
                {t(`role.${role}.what`)}
              </Box>
            </Box>
          )),
        },
        { label: t('column.scope'), value: scope(person) },
        ...(person.roles.includes('coach') ? [{ label: t('form.children'), value: t('form.childCount', { count: person.childIds.length }) }] : []),
        { label: t('form.language'), value: t(`language.${person.language}`) },
        { label: t('form.idle'), value: t('form.minutes', { count: person.idleMinutes }) },
        ...(person.active && person.keys === 'invited' && person.codeUntil ? [{ label: t('column.until'), value: until(person.codeUntil) }] : []),
        ...(person.roles.includes('psychologist')
          ? [{ label: t('keys.clinical'), value: t(person.holdsClinical ? 'keys.held' : 'keys.notHeld') }]
          : []),
        { label: t('since'), value: format.date(person.createdAt) },
        ...(person.leftAt ? [{ label: t('leftOn'), value: format.date(person.leftAt) }] : []),
      ]}
    />
  );
}

function PersonCard({ person }: { person: Person }) {
  const { t } = useTranslation('users');
  const profile = useProfile();
  const [mayWrite, mayRotate] = [useCan('user.write'), useCan('key.rotate')];
  const [open, setOpen] = useState<Open>(null);
  const [code, setCode] = useState<Output<'users.resetPassword'> | null>(null);
  const [mustRotate, setMustRotate] = useState<Output<'users.leave'>['mustRotate']>([]);
  useCrumbs(
    useMemo(
      () => [{ label: t('nav'), to: paths.administration() }, { label: t('area.users'), to: userPaths.people() }, { label: person.name }],
      [t, person.name],
    ),
  );
  const close = () => {
    setOpen(null);
  };
  const own = person.id === profile.userId;
  return (
    <>
      <PageHeader
        lead={<PersonAvatar name={person.name} size={48} />}
        title={person.name}
        meta={[...new Set([person.post, rolesOf(t, person)])].filter((part) => part !== '').join(' · ')}
        status={<StatusChip {...keyStateOf(t, person)} />}
        actions={
          mayWrite &&
          person.active && (
            <>
              {!own && (
                <Button
                  color="inherit"
                  sx={{ color: 'text.secondary' }}
                  onClick={() => {
                    setOpen('leave');
                  }}
                >
                  {t('leave.action')}
                </Button>
              )}
              {!own && (
                <Button
                  variant="outlined"
                  onClick={() => {
                    setOpen('reset');
                  }}
                >
                  {t(person.keys === 'active' ? 'reset.action' : 'reset.newCode')}
                </Button>
              )}
              <Button variant="contained" component={Link} to={userPaths.edit(person.id)}>
                {t('edit.action')}
              </Button>
            </>
          )
        }
      />
      <Box sx={{ maxWidth: 860, display: 'grid', gap: 2 }}>
        {mustRotate.length > 0 && <KeysMustChange name={person.name} vaults={mustRotate} mayRotate={mayRotate} />}
        {person.active && keyStateOf(t, person).tone === 'warn' && (
          <Banner tone="warn" title={t('codeOver.title')}>
            {t('codeOver.text')}
          </Banner>
        )}
        <Duties person={person} />
      </Box>
      {open === 'reset' && <ResetDialog person={person} onClose={close} onCode={setCode} />}
      {open === 'leave' && <LeaveDialog person={person} onClose={close} onLeft={setMustRotate} />}
      {code && (
        <OneTimeCode
          name={person.name}
          code={code}
          onClose={() => {
            setCode(null);
          }}
        />
      )}
    </>
  );
}

export function PersonPage() {
  const { t } = useTranslation('users');
  const { id = '' } = useParams();
  const people = useAsk('users.list', {});
  return (
    <Page>
      <Answer of={people}>
        {(rows) => {
          const person = rows.find((row) => row.id === id);
          return person ? (
            <PersonCard key={person.id} person={person} />
          ) : (
            <EmptyState
              title={t('absent')}
              actions={
                <Button variant="outlined" component={Link} to={userPaths.people()}>
                  {t('area.users')}
                </Button>
              }
            />
          );
        }}
      </Answer>
    </Page>
  );
}
