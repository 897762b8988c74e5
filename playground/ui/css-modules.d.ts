// Next has this in its own types; the playground is type-checked without Next.
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

declare module '*.css'
