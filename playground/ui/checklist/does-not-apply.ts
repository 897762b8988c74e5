// What a row of the checklist throws when the app has no such thing: a sign-in, a form, a table. That is not red.

export class DoesNotApply extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'DoesNotApply'
  }
}
