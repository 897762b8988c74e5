export default async function Page({ params }) {
  return <main>{(await params).id}</main>
}
