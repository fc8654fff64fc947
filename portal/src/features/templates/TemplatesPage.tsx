import { History, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/Button';
import { Confirm } from '../../components/Confirm';
import { Page } from '../../components/Page';
import { TablePanel } from '../../components/TablePanel';
import { instant } from '../../lib/format';
import { useSession } from '../../lib/session';
import { EditTemplate } from './EditTemplate';
import { useTemplates, type Template } from './templates';
import { TemplateVersions } from './TemplateVersions';

type Asked = { kind: 'edit' | 'versions' | 'delete'; template: Template };

/** Texts to begin with: who may use them, what they were before, and a place to write them. */
export default function TemplatesPage() {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [writing, setWriting] = useState(false);
  const templates = useTemplates();
  const close = () => setAsked(null);
  return (
    <Page
      title={t('template.title')}
      text={t('template.text')}
      actions={
        <Button variant="primary" onPress={() => setWriting(true)}>
          <Plus aria-hidden="true" />
          {t('template.new')}
        </Button>
      }
    >
      <TablePanel
        title={t('template.list')}
        query={templates}
        rows={(page) => page.data}
        keyOf={(template) => template.id}
        columns={[
          { id: 'name', name: t('template.name'), show: (template) => <Named template={template} /> },
          { id: 'scope', name: t('template.scope'), show: (template) => <span className={template.scope === 'own' ? 'chip plain' : 'chip'}>{t(`template.scopes.${template.scope}`)}</span> },
          { id: 'roles', name: t('settings.roles'), show: (template) => template.roles.join(', ') || t('template.everybody') },
          { id: 'version', name: t('template.version'), number: true, show: (template) => template.version },
          { id: 'updatedAt', name: t('template.changed'), whole: true, show: (template) => (template.updatedAt ? instant(template.updatedAt, i18n.language) : '') },
          { id: 'actions', name: '', show: (template) => <Actions template={template} onAsk={(kind) => setAsked({ kind, template })} /> },
        ]}
      />
      {writing && <EditTemplate template={null} onClose={() => setWriting(false)} />}
      {asked?.kind === 'edit' && <EditTemplate template={asked.template} onClose={close} />}
      {asked?.kind === 'versions' && <TemplateVersions template={asked.template} onClose={close} />}
      {asked?.kind === 'delete' && (
        <Confirm
          title={t('template.delete', { title: asked.template.title })}
          text={t('template.deleteText', { title: asked.template.title })}
          action={t('action.delete')}
          changes={['templates']}
          onClose={close}
          onConfirm={() => api.portal.DELETE('/v1/portal/templates/{template}', { params: { path: { template: asked.template.id } } })}
        />
      )}
    </Page>
  );
}

function Named({ template }: { template: Template }) {
  return (
    <div className="named">
      {template.title} {template.language && <span className="chip plain">{template.language}</span>}
      {template.description && <div className="muted">{template.description}</div>}
    </div>
  );
}

function Actions({ template, onAsk }: { template: Template; onAsk(kind: Asked['kind']): void }) {
  const { t } = useTranslation();
  const { title } = template;
  return (
    <span className="with-icon">
      <IconButton label={t('template.versionsOf', { title })} onPress={() => onAsk('versions')}>
        <History aria-hidden="true" />
      </IconButton>
      {template.mayChange && (
        <>
          <IconButton label={t('template.edit', { title })} onPress={() => onAsk('edit')}>
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton label={t('template.delete', { title })} onPress={() => onAsk('delete')}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </>
      )}
    </span>
  );
}
