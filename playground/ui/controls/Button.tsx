// Buttons, with and without words. An icon alone always has a name and a tooltip.
import * as Tooltip from 'radix-ui/tooltip'
import type { ComponentProps, ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import styles from './controls.module.css'
import tokens from '../tokens.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'link'
  readonly size?: 'normal' | 'large'
}

export function Button({ look = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  const classes =
    look === 'link'
      ? styles.link
      : joinClasses(
          styles.button,
          look === 'primary' && styles.primary,
          look === 'quiet' && styles.quiet,
          size === 'large' && styles.large,
        )
  return <button type="button" className={joinClasses(classes, className)} {...rest} />
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'disabled'> {
  readonly label: string
  readonly icon: ReactNode
  /** Stays reachable by Tab, so that focus is not lost when it becomes true. */
  readonly unavailable?: boolean
  readonly small?: boolean
}

export function IconButton({
  label,
  icon,
  unavailable = false,
  small = false,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          aria-disabled={unavailable || undefined}
          className={joinClasses(styles.button, styles.icon, small && styles.small, className)}
          onClick={unavailable ? undefined : onClick}
          {...rest}
        >
          {icon}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={joinClasses(tokens.tokens, styles.tip)} sideOffset={4}>
          {label}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
