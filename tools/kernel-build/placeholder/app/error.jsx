'use client'

export default function ErrorBoundary({ error }) {
  return <i>{error.message}</i>
}
