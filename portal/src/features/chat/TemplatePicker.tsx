import { useQuery } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Fields';
import { MenuButton } from '../../components/MenuButton';
import type { components } from '../../api/portal.generated';
import { data } from '../../lib/api';
import { useSession } from '../../lib/session';

type Template = components['schemas']['Template'];

/** Put values in the places of a template that have their names. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (place, name: string) => values[name] || place);
}

/** Texts to begin with: one's own, the team's and the hospital's. */
export function TemplatePicker({ onChoose }: { onChoose(text: string): void }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const [template, setTemplate] = useState<Template | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => data(api.portal.GET('/v1/portal/templates')), staleTime: 60_000 });
  const offered = templates.data?.data ?? [];
  if (offered.length === 0) {
    return null;
  }
  const choose = (chosen: Template) => {
    if (chosen.variables.length === 0) {
      onChoose(chosen.text);
    } else {
      setValues({});
      setTemplate(chosen);
    }
  };
  return (
    <>
      <MenuButton label={t('template.choose')} actions={offered.map((offer) => ({ id: offer.id, label: offer.title, onAction: () => choose(offer) }))}>
        <NotebookPen aria-hidden="true" />
      </MenuButton>
      <Dialog title={template?.title ?? ''} open={template !== null} onClose={() => setTemplate(null)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            onChoose(filled(template?.text ?? '', values));
            setTemplate(null);
          }}
        >
          {template?.variables.map((name) => (
            <Field key={name} label={name} lines={2} value={values[name] ?? ''} onChange={(value) => setValues({ ...values, [name]: value })} />
          ))}
          <div className="row">
            <Button type="submit" variant="primary">
              {t('template.use')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
