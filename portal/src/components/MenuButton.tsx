import type { ReactNode } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

export interface Action {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  onAction(): void;
}

interface Props {
  /** The name of the menu, and of a button that shows no words. */
  label: string;
  actions: Action[];
  children: ReactNode;
  className?: string;
  isDisabled?: boolean;
}

export function MenuButton({ label, actions, children, className = 'button icon quiet', isDisabled = false }: Props) {
  return (
    <MenuTrigger>
      <AriaButton className={className} isDisabled={isDisabled} aria-label={className.includes('icon') ? label : undefined}>
        {children}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="list-box" aria-label={label} items={actions}>
          {(action) => (
            <MenuItem id={action.id} className={action.danger ? 'list-item danger' : 'list-item'} onAction={action.onAction} textValue={action.label}>
              {action.icon}
              {action.label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
