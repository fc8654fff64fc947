import { useQueryClient } from '@tanstack/react-query';
import { Boxes, ChartColumn, KeyRound, LibraryBig, LogOut, Menu as MenuIcon, MessageSquarePlus, NotebookPen, ScrollText, Settings, Share2, ShieldCheck, Siren, UserCog, UsersRound, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { NavLink, useHref, useLocation, useNavigate } from 'react-router';
import { IconButton } from '../components/Button';
import { MenuButton } from '../components/MenuButton';
import { BreakGlassDialog } from '../features/account/BreakGlassDialog';
import { SettingsDialog } from '../features/account/SettingsDialog';
import { UsageMeter } from '../features/account/UsageMeter';
import { useChats } from '../features/chat/chats';
import { ConversationList } from '../features/conversations/ConversationList';
import { tellLeft } from '../lib/idle';
import { useSession } from '../lib/session';

const PAGES = [
  { to: '/shared', name: 'nav.shared', icon: Share2, permissions: ['share'] },
  { to: '/templates', name: 'nav.templates', icon: NotebookPen, permissions: ['templates'] },
  { to: '/keys', name: 'nav.keys', icon: KeyRound, permissions: ['keys', 'admin.keys'] },
  { to: '/teams', name: 'nav.teams', icon: UsersRound, permissions: ['admin.teams', 'admin.budgets'] },
  { to: '/usage', name: 'nav.usage', icon: ChartColumn, permissions: ['usage', 'admin.usage'] },
  { to: '/phi', name: 'nav.phi', icon: ShieldCheck, permissions: ['admin.phi'] },
  { to: '/catalogue', name: 'nav.catalogue', icon: Boxes, permissions: ['admin.catalogue', 'admin.policies'] },
  { to: '/audit', name: 'nav.audit', icon: ScrollText, permissions: ['admin.audit'] },
  { to: '/people', name: 'nav.people', icon: UserCog, permissions: ['admin.people'] },
  { to: '/documents', name: 'nav.documents', icon: LibraryBig, permissions: ['documents', 'admin.collections'] },
] as const;

/** What is around every page: where one can go, and who one is. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const chats = useChats();
  const { permissions } = useSession();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);

  return (
    <RouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <div className={open ? 'shell open' : 'shell'}>
        <header className="top-bar">
          <IconButton label={open ? t('nav.close') : t('nav.open')} aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? <X aria-hidden="true" /> : <MenuIcon aria-hidden="true" />}
          </IconButton>
          <span className="brand">Hilum</span>
          <IconButton label={t('nav.newChat')} onPress={() => void navigate('/chat')}>
            <MessageSquarePlus aria-hidden="true" />
          </IconButton>
        </header>
        <aside className="side" aria-label={t('nav.side')}>
          <div className="side-head">
            <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="28" height="28" />
            <span className="brand">Hilum</span>
          </div>
          <NavLink to="/chat" end className="button secondary medium new-chat">
            <MessageSquarePlus aria-hidden="true" />
            {t('nav.newChat')}
          </NavLink>
          <ConversationList onLeave={(id) => chats.forget(id)} onOpen={() => setOpen(false)} />
          <nav aria-label={t('nav.pages')}>
            {PAGES.filter((page) => page.permissions.some((permission) => permissions.has(permission))).map(({ to, name, icon: Icon }) => (
              <NavLink key={to} to={to}>
                <Icon aria-hidden="true" />
                {t(name)}
              </NavLink>
            ))}
          </nav>
          <UsageMeter />
          <Person />
        </aside>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </RouterProvider>
  );
}

function Person() {
  const { t } = useTranslation();
  const { auth, identity, roles, permissions } = useSession();
  const queries = useQueryClient();
  const [shown, setShown] = useState<'settings' | 'breakGlass' | null>(null);
  const leave = () => {
    tellLeft();
    queries.clear();
    void auth.signOut('signedOut');
  };
  const emergency = permissions.has('break-glass')
    ? [{ id: 'breakGlass', label: t('breakGlass.title'), icon: <Siren aria-hidden="true" />, onAction: () => setShown('breakGlass') }]
    : [];
  return (
    <>
      <MenuButton
        label={t('nav.account')}
        className="button quiet person"
        actions={[
          { id: 'settings', label: t('settings.title'), icon: <Settings aria-hidden="true" />, onAction: () => setShown('settings') },
          ...emergency,
          { id: 'signOut', label: t('nav.signOut'), icon: <LogOut aria-hidden="true" />, onAction: leave },
        ]}
      >
        <span className="avatar" aria-hidden="true">
          {identity.name.slice(0, 1)}
        </span>
        <span className="person-name">
          {identity.name}
          <small>{roles.filter((role) => /^[A-Z]/.test(role)).join(', ')}</small>
        </span>
        <span className="sr-only">{t('nav.account')}</span>
      </MenuButton>
      <SettingsDialog open={shown === 'settings'} onClose={() => setShown(null)} />
      <BreakGlassDialog open={shown === 'breakGlass'} onClose={() => setShown(null)} />
    </>
  );
}
