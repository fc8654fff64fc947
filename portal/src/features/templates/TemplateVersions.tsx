import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Select } from '../../components/Fields';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { data } from '../../lib/api';
import { instant } from '../../lib/format';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import type { Template } from './templates';

/** What a template was before; who may change it brings an earlier version back as a new one. */
export function TemplateVersions({ template, onClose }: { template: Template; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [version, setVersion] = useState(template.version);
  const path = { template: template.id };
  const versions = useQuery({
    queryKey: ['templates', template.id, 'versions'],
    queryFn: () => data(api.portal.GET('/v1/portal/templates/{template}/versions', { params: { path } })),
  });
  const shown = useQuery({
    queryKey: ['templates', template.id, version],
    queryFn: () => data(api.portal.GET('/v1/portal/templates/{template}', { params: { path, query: { version } } })),
  });
  const restore = useMutation({
    mutationFn: async ({ title, description, text, roles, language }: Template) => {
      await api.portal.PUT('/v1/portal/templates/{template}', { params: { path }, body: { title, description, text, roles, language } });
    },
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['templates'] });
    },
  });
  const nameOf = (known: { version: number; createdAt: string | null }) =>
    [t('template.versionOf', { version: known.version }), known.createdAt ? instant(known.createdAt, i18n.language) : ''].filter(Boolean).join(' · ');
  return (
    <Dialog title={t('template.versionsOf', { title: template.title })} open onClose={onClose} wide>
      <Loaded query={versions}>
        {(page) => (
          <Select
            label={t('template.version')}
            value={String(version)}
            onChange={(id) => setVersion(Number(id))}
            choices={page.data.map((known) => ({ id: String(known.version), label: nameOf(known) }))}
          />
        )}
      </Loaded>
      <Loaded query={shown}>
        {(found) => (
          <>
            <h3>{found.title}</h3>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className="event" tabIndex={0}>
              {found.text}
            </pre>
            {restore.isError && <Notice tone="error">{explain(restore.error)}</Notice>}
            {template.mayChange && version !== template.version && (
              <div className="row">
                <Button variant="primary" isDisabled={restore.isPending} onPress={() => restore.mutate(found)}>
                  {t('template.restore', { version })}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
