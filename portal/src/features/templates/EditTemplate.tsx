import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Select } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { listOf } from '../../lib/lists';
import { useSession } from '../../lib/session';
import { placesIn } from './places';
import type { Template, TemplateContent } from './templates';

const SCOPES = ['own', 'team'] as const;

/** Writes a template, or another version of one. */
export function EditTemplate({ template, onClose }: { template: Template | null; onClose(): void }) {
  const { t } = useTranslation();
  const { api, permissions } = useSession();
  const queries = useQueryClient();
  const [title, setTitle] = useState(template?.title ?? '');
  const [description, setDescription] = useState(template?.description ?? '');
  const [text, setText] = useState(template?.text ?? '');
  const [roles, setRoles] = useState(template?.roles.join(', ') ?? '');
  const [language, setLanguage] = useState(template?.language ?? '');
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('own');
  const content: TemplateContent = { title: title.trim(), description: description.trim() || null, text, roles: listOf(roles), language: language.trim() || null };
  const write = useMutation({
    mutationFn: async () => {
      await (template
        ? api.portal.PUT('/v1/portal/templates/{template}', { params: { path: { template: template.id } }, body: content })
        : api.portal.POST('/v1/portal/templates', { body: { ...content, scope } }));
    },
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['templates'] });
    },
  });
  const places = placesIn(text);
  return (
    <FormDialog
      title={template ? t('template.edit', { title: template.title }) : t('template.new')}
      action={template ? t('template.saveVersion', { version: template.version + 1 }) : t('template.create')}
      change={write}
      complete={title.trim() !== '' && text.trim() !== ''}
      onClose={onClose}
      wide
    >
      <Field label={t('template.name')} value={title} onChange={setTitle} maxLength={200} isRequired autoFocus />
      <Field label={t('template.description')} value={description} onChange={setDescription} maxLength={1000} />
      <Field label={t('template.content')} hint={t('template.contentHint', { place: '{{findings}}' })} value={text} onChange={setText} lines={9} maxLength={20_000} isRequired />
      {places.length > 0 && (
        <p className="row" aria-live="polite">
          {t('template.places')}
          {places.map((place) => (
            <span key={place} className="chip">
              {place}
            </span>
          ))}
        </p>
      )}
      <div className="filters">
        {!template && permissions.has('templates.team') && (
          <Select label={t('template.scope')} value={scope} onChange={(id) => setScope(id === 'team' ? 'team' : 'own')} choices={SCOPES.map((id) => ({ id, label: t(`template.scopes.${id}`) }))} />
        )}
        <Field label={t('template.roles')} hint={t('template.rolesHint')} value={roles} onChange={setRoles} />
        <Field label={t('template.language')} hint={t('template.languageHint')} value={language} onChange={setLanguage} maxLength={10} />
      </div>
    </FormDialog>
  );
}
