export default function Loading() {
  return <i>loading</i>
}
