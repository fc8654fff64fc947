import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Fields';
import { MenuButton } from '../../components/MenuButton';
import { filled } from './places';
import { useTemplates, type Template } from './templates';

/** Texts to begin with: one's own, the team's and the hospital's. */
export function TemplatePicker({ isDisabled, onChoose }: { isDisabled: boolean; onChoose(text: string): void }) {
  const { t } = useTranslation();
  const [template, setTemplate] = useState<Template | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const templates = useTemplates();
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
      <MenuButton
        label={t('template.choose')}
        isDisabled={isDisabled}
        actions={offered.map((offer) => ({ id: offer.id, label: offer.title, onAction: () => choose(offer) }))}
      >
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
