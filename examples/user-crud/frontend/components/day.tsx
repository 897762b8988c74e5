const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** In UTC: Next's server knows no other zone of the reader's, and the page must say the same before and after scripts. */
export function Day({ of }: { of: string }) {
  return (
    <time dateTime={of} className="soft">
      {day.format(new Date(of))}
    </time>
  )
}
