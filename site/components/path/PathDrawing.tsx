// The architecture as a picture, once wide and once tall; the stylesheet shows the one that fits. The words beside
// it say the same, and the caption says it once more to those who hear the page.
import styles from './path.module.css'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly name: string
  readonly role: string
  readonly end: 'front' | 'back' | 'none'
}

interface Picture {
  readonly size: readonly [width: number, height: number]
  readonly boxes: readonly Box[]
  /** SVG paths, with a tip at both ends: answers go back the same way. */
  readonly arrows: readonly string[]
  readonly notes: readonly (readonly [x: number, y: number, text: string])[]
}

const BOX_HEIGHT = 62

const wide: Picture = {
  size: [760, 242],
  boxes: [
    { x: 10, y: 12, width: 150, name: 'Preview', role: 'your app’s page', end: 'none' },
    { x: 216, y: 12, width: 150, name: 'Service worker', role: 'takes each request', end: 'none' },
    { x: 422, y: 12, width: 150, name: 'Broker', role: 'hosts, jar, CORS, trace', end: 'none' },
    { x: 318, y: 168, width: 150, name: 'Next.js', role: 'kernel, a worker', end: 'front' },
    { x: 524, y: 168, width: 100, name: 'FastAPI', role: 'a worker', end: 'back' },
    { x: 672, y: 168, width: 78, name: 'SQLite', role: 'a file', end: 'back' },
  ],
  arrows: [
    'M160 43H214',
    'M366 43H420',
    'M448 74C448 122 393 118 393 166',
    'M546 74C546 122 574 118 574 166',
    'M624 199H670',
  ],
  notes: [
    [300, 124, 'localhost:3000'],
    [580, 124, 'localhost:8000'],
  ],
}

const tall: Picture = {
  size: [320, 474],
  boxes: [
    { x: 60, y: 6, width: 200, name: 'Preview', role: 'your app’s page', end: 'none' },
    { x: 60, y: 106, width: 200, name: 'Service worker', role: 'takes each request', end: 'none' },
    { x: 60, y: 206, width: 200, name: 'Broker', role: 'hosts, jar, CORS, trace', end: 'none' },
    { x: 4, y: 316, width: 140, name: 'Next.js', role: 'localhost:3000', end: 'front' },
    { x: 176, y: 316, width: 140, name: 'FastAPI', role: 'localhost:8000', end: 'back' },
    { x: 176, y: 406, width: 140, name: 'SQLite', role: 'a file', end: 'back' },
  ],
  arrows: [
    'M160 68V104',
    'M160 168V204',
    'M110 268C110 296 74 288 74 314',
    'M210 268C210 296 246 288 246 314',
    'M246 378V404',
  ],
  notes: [],
}

const NAME =
  'The preview’s requests pass through the service worker to the broker, which sends them to Next.js or to FastAPI; Next.js reaches FastAPI through the broker too, and FastAPI asks SQLite.'

export function PathDrawing() {
  return (
    <figure className={styles.figure}>
      <Drawing picture={wide} className={styles.wide} />
      <Drawing picture={tall} className={styles.tall} />
      <figcaption className="visually-hidden">{NAME}</figcaption>
    </figure>
  )
}

function Drawing({
  picture,
  className,
}: {
  readonly picture: Picture
  readonly className: string | undefined
}) {
  const [width, height] = picture.size
  const marker = `arrow-${width}`
  return (
    <svg className={className} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <marker
          id={marker}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0L8 4L0 8Z" className={styles.tip} />
        </marker>
      </defs>
      {picture.arrows.map((path) => (
        <path
          key={path}
          d={path}
          className={styles.arrow}
          markerStart={`url(#${marker})`}
          markerEnd={`url(#${marker})`}
        />
      ))}
      {picture.boxes.map((box) => (
        <BoxDrawing key={box.name} box={box} />
      ))}
      {picture.notes.map(([x, y, text]) => (
        <text key={text} x={x} y={y} className={styles.note}>
          {text}
        </text>
      ))}
    </svg>
  )
}

function BoxDrawing({ box }: { readonly box: Box }) {
  const middle = box.x + box.width / 2
  return (
    <g data-end={box.end} className={styles.box}>
      <rect x={box.x} y={box.y} width={box.width} height={BOX_HEIGHT} rx="10" />
      <text x={middle} y={box.y + 27} className={styles.name}>
        {box.name}
      </text>
      <text x={middle} y={box.y + 46} className={styles.role}>
        {box.role}
      </text>
    </g>
  )
}
