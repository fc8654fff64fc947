import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog';
import { Select, Switch } from '../../components/Fields';
import { isLanguage, LANGUAGES, speak, type Language } from '../../lib/i18n';
import { usePreferences } from '../../lib/preferences';
import { useSession } from '../../lib/session';
import { isTheme, showTheme, THEMES } from '../../lib/theme';

/** What the person prefers; it is kept for them, not in the browser. */
export function SettingsDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { roles, team, subject } = useSession();
  const { preferences, prefer } = usePreferences();
  return (
    <Dialog title={t('settings.title')} open={open} onClose={onClose}>
      <div className="stack">
        <Select
          label={t('settings.language')}
          value={i18n.language}
          choices={Object.entries(LANGUAGES).map(([id, label]) => ({ id, label }))}
          onChange={(language) => {
            if (isLanguage(language)) {
              void speak(language);
              void prefer({ language: language satisfies Language });
            }
          }}
        />
        <Select
          label={t('settings.theme')}
          value={preferences.theme ?? 'system'}
          choices={THEMES.map((theme) => ({ id: theme, label: t(`settings.themes.${theme}`) }))}
          onChange={(theme) => {
            if (isTheme(theme)) {
              showTheme(theme);
              void prefer({ theme });
            }
          }}
        />
        <Switch isSelected={preferences.showMasked ?? true} onChange={(showMasked) => void prefer({ showMasked })}>
          {t('settings.showMasked')}
        </Switch>
        <Switch isSelected={preferences.sendWithEnter ?? true} onChange={(sendWithEnter) => void prefer({ sendWithEnter })}>
          {t('settings.sendWithEnter')}
        </Switch>
        <dl className="facts">
          <div>
            <dt>{t('settings.roles')}</dt>
            <dd>{roles.join(', ')}</dd>
          </div>
          <div>
            <dt>{t('settings.team')}</dt>
            <dd>{team}</dd>
          </div>
          <div>
            <dt>{t('settings.subject')}</dt>
            <dd>
              <code>{subject}</code>
            </dd>
          </div>
        </dl>
      </div>
    </Dialog>
  );
}
