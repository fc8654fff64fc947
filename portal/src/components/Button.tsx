import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium';
}

export function Button({ variant = 'secondary', size = 'medium', ...props }: Props) {
  return <AriaButton className={`button ${variant} ${size}`} {...props} />;
}

interface IconProps extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  label: string;
  children: ReactNode;
  variant?: 'quiet' | 'primary';
}

/** A button of a picture alone, whose name is read out and shown beside it. */
export function IconButton({ label, children, variant = 'quiet', ...props }: IconProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton className={`button icon ${variant}`} aria-label={label} {...props}>
        {children}
      </AriaButton>
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  );
}
