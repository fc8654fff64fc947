import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Switch as AriaSwitch,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps,
} from 'react-aria-components';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style'> {
  label: string;
  hint?: string;
  placeholder?: string;
  lines?: number;
}

export function Field({ label, hint, placeholder, lines, ...props }: FieldProps) {
  return (
    <AriaTextField className="field" autoComplete="off" {...props}>
      <Label>{label}</Label>
      {lines ? <TextArea rows={lines} placeholder={placeholder} /> : <Input placeholder={placeholder} />}
      {hint && <Text slot="description">{hint}</Text>}
      <FieldError />
    </AriaTextField>
  );
}

export interface Choice {
  id: string;
  label: string;
  detail?: ReactNode;
}

interface SelectProps {
  label: string;
  choices: Choice[];
  value: string | null;
  onChange(id: string): void;
  hiddenLabel?: boolean;
  placeholder?: string;
}

export function Select({ label, choices, value, onChange, hiddenLabel = false, placeholder }: SelectProps) {
  return (
    <AriaSelect className="field select" value={value} onChange={(key) => onChange(String(key))} placeholder={placeholder}>
      <Label className={hiddenLabel ? 'sr-only' : 'react-aria-Label'}>{label}</Label>
      <AriaButton className="button secondary medium select-button">
        <SelectValue>{({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}</SelectValue>
        <ChevronDown aria-hidden="true" />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="list-box" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="list-item">
              <Text slot="label">{choice.label}</Text>
              {choice.detail && <Text slot="description">{choice.detail}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

interface SwitchProps {
  children: ReactNode;
  isSelected: boolean;
  onChange(on: boolean): void;
}

export function Switch({ children, ...props }: SwitchProps) {
  return (
    <AriaSwitch className="switch" {...props}>
      <span className="switch-track" aria-hidden="true" />
      {children}
    </AriaSwitch>
  );
}
