// Name of the variable that holds a required module's exports: webpack's own naming, so that a learner reads
// "(0, _lib_greet__WEBPACK_IMPORTED_MODULE_0__.greet) is not a function" as under the real bundler.

export function importVariable(request: string, index: number): string {
  const identifier = request.replace(/^[^a-zA-Z$_]/, '_').replace(/[^a-zA-Z0-9$_]+/g, '_')
  return `${identifier}__WEBPACK_IMPORTED_MODULE_${index}__`
}
