import Form from 'next/form'
import { fetchGreeting } from '@/lib/greeting'
import { Counter } from './counter'
import styles from './page.module.css'

export default async function Page({ searchParams }: PageProps<'/'>) {
  const { name } = await searchParams
  const wanted = typeof name === 'string' && name.trim() ? name.trim().slice(0, 40) : 'world'
  const answer = await fetchGreeting(wanted)

  return (
    <main className={styles.page}>
      <p className={styles.eyebrow}>Next.js asked FastAPI</p>

      {answer.ok ? (
        <h1 className={styles.greeting}>{answer.greeting.message}</h1>
      ) : (
        <h1 className={styles.trouble} role="alert">
          {answer.reason}
        </h1>
      )}

      <p className={styles.wire}>
        <code>GET {answer.path}</code>
        {answer.ok && <span>{answer.greeting.letters} letters, counted in Python</span>}
      </p>

      <Form action="/" className={styles.form}>
        <label htmlFor="name">Who should be greeted?</label>
        <div className={styles.row}>
          <input
            id="name"
            name="name"
            key={wanted}
            defaultValue={wanted}
            maxLength={40}
            autoComplete="off"
            required
          />
          <button type="submit">Greet</button>
        </div>
      </Form>

      <section className={styles.aside} aria-labelledby="counter-title">
        <div>
          <h2 id="counter-title">And this part runs in the browser</h2>
          <p>It was drawn on the server first, then React took over.</p>
        </div>
        <Counter />
      </section>
    </main>
  )
}
