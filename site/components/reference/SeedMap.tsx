// docs/seed-map: every defect of the seed and where it is taught, drawn from references/seed-defects.json.
// tools/seed-map stops the build when one of its targets does not exist.
import { importPage } from 'nextra/pages'
import seed from '../../../references/seed-defects.json'
import styles from './reference.module.css'

export async function SeedMap() {
  const titles = await readTitles()
  return seed.map(({ id, file, section, defects }) => (
    <section key={id} aria-labelledby={id}>
      <h2 id={id} className="x:mt-10 x:text-2xl x:font-semibold">
        <code>{file}</code>
      </h2>
      <p className={styles.note}>{section}</p>
      <ol className={styles.defects}>
        {defects.map(({ id: defect, says, targets }) => (
          <li key={defect} id={defect}>
            {says}
            <span className={styles.targets}>
              {targets.map((target, index) => (
                <span key={target}>
                  {index > 0 && ' · '}
                  <a href={target}>{titles.get(pageOf(target)) ?? target}</a>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** `/learn/02-params/#await` is a part of `learn/02-params`. */
function pageOf(target: string): string {
  return target.replace(/#.*$/, '').replace(/^\/|\/$/g, '')
}

async function readTitles(): Promise<Map<string, string>> {
  const pages = new Set(
    seed.flatMap(({ defects }) => defects.flatMap(({ targets }) => targets.map(pageOf))),
  )
  const titled = await Promise.all(
    Array.from(pages, async (page) => {
      const { metadata } = await importPage(page.split('/'))
      const lesson = /^learn\/(\d\d)-/.exec(page)?.[1]
      const title = String(metadata.title)
      return [page, lesson ? `Lesson ${String(Number(lesson))}: ${title}` : title] as const
    }),
  )
  return new Map(titled)
}
