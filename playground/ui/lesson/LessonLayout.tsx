// The three layouts of a lesson. Wide: text, code, preview over dock. Medium: text beside what the playground shows at
// that width. Narrow: one at a time, the text first.
import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { copy } from '../copy.ts'
import { EditorPane } from '../editor/EditorPane.tsx'
import { layoutStorage } from '../layout/layout-storage.ts'
import { MediumLayout } from '../layout/MediumLayout.tsx'
import { NarrowLayout } from '../layout/NarrowLayout.tsx'
import { Pane } from '../layout/Pane.tsx'
import { PreviewOverDock } from '../layout/PreviewOverDock.tsx'
import type { WidthClass } from '../layout/use-media.ts'
import { CarryBar } from '../steps/CarryBar.tsx'
import { lessonCopy } from './lesson-copy.ts'
import { RunChecks } from '../steps/RunChecks.tsx'
import layout from '../layout/layout.module.css'
import styles from './lesson.module.css'

interface LessonLayoutProps {
  readonly width: WidthClass
  readonly children: ReactNode
}

export function LessonLayout({ width, children }: LessonLayoutProps) {
  const prose = (
    <div className={styles.prose} data-prose>
      {children}
    </div>
  )
  if (width === 'narrow')
    return (
      <NarrowLayout
        first={{ view: 'read', text: lessonCopy.read, icon: BookOpen }}
        codeFoot={
          <div className={styles.codeFoot}>
            <CarryBar />
            <RunChecks />
          </div>
        }
      >
        {prose}
      </NarrowLayout>
    )
  return (
    <BesideText id={width}>
      <Pane name="read" label={lessonCopy.read}>
        {prose}
      </Pane>
      {width === 'wide' ? <CodeAndPreview /> : <MediumColumn />}
    </BesideText>
  )
}

interface BesideTextProps {
  readonly id: 'wide' | 'medium'
  readonly children: readonly [ReactNode, ReactNode]
}

function BesideText({ id, children: [text, rest] }: BesideTextProps) {
  const columns = useDefaultLayout({ id: `both-ends.lesson.${id}`, storage: layoutStorage })
  return (
    <Group orientation="horizontal" className={layout.group} {...columns}>
      <Panel id="read" defaultSize={id === 'wide' ? '29%' : '36%'} minSize={300}>
        {text}
      </Panel>
      <Separator className={layout.across} aria-label={lessonCopy.resizeRead} />
      <Panel id="rest" defaultSize={id === 'wide' ? '71%' : '64%'} minSize={320}>
        {rest}
      </Panel>
    </Group>
  )
}

function MediumColumn() {
  return (
    <div className={layout.column}>
      <CarryBar />
      <div className={styles.below}>
        <MediumLayout hasTree={false} />
      </div>
    </div>
  )
}

function CodeAndPreview() {
  const columns = useDefaultLayout({ id: 'both-ends.lesson.code', storage: layoutStorage })
  return (
    <Group orientation="horizontal" className={layout.group} {...columns}>
      <Panel id="code" defaultSize="54%" minSize={300}>
        <Pane name="code" label={copy.panes.editor}>
          <div className={layout.column}>
            <CarryBar />
            <div className={layout.fill}>
              <EditorPane hasTree={false} />
            </div>
          </div>
        </Pane>
      </Panel>
      <Separator className={layout.across} aria-label={copy.panes.resizeCode} />
      <Panel id="right" defaultSize="46%" minSize={320}>
        <PreviewOverDock id="both-ends.lesson.rows" />
      </Panel>
    </Group>
  )
}
