// The only file of the playground that the site imports, by next/dynamic with ssr: false.
export { Playground, type PlaygroundProps } from './ui/Playground.tsx'
