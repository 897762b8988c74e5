// The landing page's pieces, for content/index.mdx: the words are there, the layout is here.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { RecordedExchange } from '../exchange/RecordedExchange.tsx'
import styles from './landing.module.css'

interface Children {
  readonly children: ReactNode
}

/** Words on one side, the recorded exchange on the other. */
export function Hero({ children }: Children) {
  return (
    <div className={styles.hero} data-landing>
      <div className={styles.words}>{children}</div>
      <RecordedExchange />
    </div>
  )
}

export function Actions({ children }: Children) {
  return <div className={styles.actions}>{children}</div>
}

interface LinkProps extends Children {
  readonly href: string
}

export function MainAction({ href, children }: LinkProps) {
  return (
    <Link className={styles.main} href={href}>
      {children}
    </Link>
  )
}

export function OtherAction({ href, children }: LinkProps) {
  return (
    <Link className={styles.other} href={href}>
      {children}
    </Link>
  )
}

export function Small({ children }: Children) {
  return <div className={styles.small}>{children}</div>
}

export function Cards({ children }: Children) {
  return <div className={styles.cards}>{children}</div>
}

interface CardProps extends LinkProps {
  readonly title: string
  readonly end: 'front' | 'both' | 'back'
}

/** The whole card is its link. */
export function Card({ title, href, end, children }: CardProps) {
  return (
    <article className={styles.card} data-end={end}>
      <h2>
        <Link href={href}>{title}</Link>
      </h2>
      {children}
    </article>
  )
}

export function Band({ children }: Children) {
  return <div className={styles.band}>{children}</div>
}

/** A list whose items begin with a bold word: the words stand in a column of their own. */
export function Facts({ children }: Children) {
  return <div className={styles.facts}>{children}</div>
}
